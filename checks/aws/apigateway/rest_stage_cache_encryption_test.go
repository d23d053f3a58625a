package apigateway

import (
	"testing"

	"demarc/checks/checktest"
	"demarc/providers/aws/apigateway"
	"demarc/providers/inventory"
)

func TestRestStageCacheEncryption(t *testing.T) {
	with := func(cluster bool, all ...apigateway.MethodSetting) *inventory.Inventory {
		return stage(func(_ *apigateway.RestAPI, s *apigateway.RestStage) {
			s.CacheCluster, s.Settings = inventory.Of(cluster), inventory.Of(all)
		})
	}
	plain := apigateway.MethodSetting{Method: "*/*", Caching: true}
	sealed := apigateway.MethodSetting{Method: "orders/GET", Caching: true, Encrypted: true}
	checktest.Run(t, RestStageCacheEncryption, []checktest.Case{
		{Name: "encrypted", Have: with(true, sealed), Want: pass},
		{Name: "one in plain", Have: with(true, plain, sealed), Want: fail},
		{Name: "no cluster", Have: with(false, plain), Want: skipped},
		{Name: "nothing cached", Have: with(true, apigateway.MethodSetting{Method: "*/*"}), Want: skipped},
		{Name: "hidden", Want: unknown, Have: stage(func(_ *apigateway.RestAPI, s *apigateway.RestStage) {
			s.Settings = inventory.Missing[[]apigateway.MethodSetting](checktest.Dark)
		})},
	})
}
