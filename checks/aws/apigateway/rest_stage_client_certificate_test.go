package apigateway

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/apigateway"
	"demarc/providers/inventory"
)

func TestRestStageClientCertificate(t *testing.T) {
	with := func(certificate string, kinds ...inventory.Known[string]) *inventory.Inventory {
		return stage(func(a *apigateway.RestAPI, s *apigateway.RestStage) {
			s.ClientCertificate = inventory.Of(certificate)
			var all []apigateway.Method
			for _, k := range kinds {
				all = append(all, apigateway.Method{Path: "/", Verb: "GET", Authorization: "AWS_IAM", Integration: k})
			}
			a.Methods = inventory.Of(all)
		})
	}
	hidden := inventory.Missing[string](checktest.Dark)
	checktest.Run(t, RestStageClientCertificate, []checktest.Case{
		{Name: "certificate", Have: with("c", inventory.Of("HTTP")), Want: pass},
		{Name: "none", Have: with("", inventory.Of("AWS_PROXY"), inventory.Of("HTTP_PROXY")), Want: fail},
		{Name: "only Lambda behind it", Have: with("", inventory.Of("AWS_PROXY"), inventory.Of("MOCK")), Want: skipped},
		{Name: "one seen, one hidden", Have: with("", inventory.Of("HTTP"), hidden), Want: fail},
		{Name: "hidden", Have: with("", hidden), Want: unknown},
	})
}
