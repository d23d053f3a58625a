package apigateway

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/apigateway"
	"demarc/providers/inventory"
)

func TestRestStageLogging(t *testing.T) {
	checktest.Run(t, RestStageLogging, []checktest.Case{
		{Name: "all", Have: settings(apigateway.MethodSetting{Method: "*/*", Logging: "ERROR"}), Want: pass},
		{Name: "never set", Have: settings(), Want: fail},
		{Name: "off", Have: settings(apigateway.MethodSetting{Method: "*/*", Logging: "OFF"}), Want: fail},
		{Name: "one method only", Have: settings(apigateway.MethodSetting{Method: "orders/GET", Logging: "INFO"}), Want: fail},
		{Name: "off for one method", Want: fail, Have: settings(
			apigateway.MethodSetting{Method: "*/*", Logging: "INFO"}, apigateway.MethodSetting{Method: "orders/GET", Logging: "OFF"})},
		{Name: "hidden", Want: unknown, Have: stage(func(_ *apigateway.RestAPI, s *apigateway.RestStage) {
			s.Settings = inventory.Missing[[]apigateway.MethodSetting](checktest.Dark)
		})},
	})
}
