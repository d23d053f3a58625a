package compute

import (
	"testing"

	"demarc/providers/azure/azuretest"
	"demarc/providers/inventory"
)

func TestJITPolicies(t *testing.T) {
	const path = sub + "/providers/Microsoft.Security/jitNetworkAccessPolicies"
	got := collect(t, JITPolicies, `{"get":{"`+path+`":{"value":[{"id":"/J","name":"default","location":"WestEurope","properties":{"virtualMachines":[{"id":"/VM","ports":[{"number":22}]},{"id":"/IDLE","ports":[]}]}},{"id":"/L","name":"part","properties":{"virtualMachines":[{"ports":[{"number":22}]}]}},{"id":"/M","name":"shut","properties":{"virtualMachines":[{"id":"/VM"}]}},{"id":"/K","name":"odd","properties":{}}]}}}`)
	is(t, "the machines", got["default"].Machines, "[/vm]")
	is(t, "an answer without machines", got["odd"].Machines, "?")
	is(t, "a machine without an id", got["part"].Machines, "?")
	is(t, "a machine without its ports", got["shut"].Machines, "?")
	if n := len(collect(t, JITPolicies, `{"refused":{"`+path+`":"409 MissingSubscriptionRegistration"}}`)); n != 0 {
		t.Error(n)
	}
	inv := azuretest.Collect(t, `{"refused":{"`+path+`":"403 AuthorizationFailed"}}`, JITPolicies)
	var gaps inventory.Gaps
	for range JITPolicies.All(inv, &gaps) {
		t.Error("a row of a listing that was refused")
	}
	if len(gaps) != 1 || gaps[0].Reason != inventory.Denied {
		t.Error(gaps)
	}
}
