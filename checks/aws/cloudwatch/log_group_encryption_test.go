package cloudwatch

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/cloudwatch"
	"demarc/providers/inventory"
)

func TestLogGroupEncryption(t *testing.T) {
	have := func(key inventory.Known[string]) *inventory.Inventory {
		return inventory.Fixture(inventory.Rows(cloudwatch.LogGroups, &cloudwatch.LogGroup{Resource: inventory.Resource{ID: "g"}, KMSKeyID: key}))
	}
	checktest.Run(t, LogGroupEncryption, []checktest.Case{
		{Name: "a key", Have: have(inventory.Of("arn:aws:kms:us-east-1:111122223333:key/k")), Want: pass},
		{Name: "none", Have: have(inventory.Of("")), Want: fail},
		{Name: "hidden", Have: have(inventory.Missing[string](checktest.Dark)), Want: unknown},
	})
}
