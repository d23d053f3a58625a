package config

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/config"
	"demarc/providers/inventory"
)

func TestServiceRole(t *testing.T) {
	own := func(r *config.Recorder) { r.Role = inventory.Of("arn:aws:iam::111122223333:role/config") }
	hidden := func(r *config.Recorder) { r.Role = inventory.Missing[string](checktest.Dark) }
	checktest.Run(t, ServiceRole, []checktest.Case{
		{Name: "the service's", Have: have(recorder("us-east-1")), Want: pass},
		{Name: "another", Have: have(recorder("us-east-1", own)), Want: fail},
		{Name: "hidden", Have: have(recorder("us-east-1", hidden)), Want: unknown},
	})
}
