package compute

import "testing"

func TestScaleSets(t *testing.T) {
	got := read(t, ScaleSets,
		row("Microsoft.Compute/virtualMachineScaleSets", "good", `{"orchestrationMode":"Uniform","upgradePolicy":{"automaticOSUpgradePolicy":{"enableAutomaticOSUpgrade":true}},"virtualMachineProfile":{"storageProfile":{"osDisk":{"osType":"Linux"}},"osProfile":{"linuxConfiguration":{"disablePasswordAuthentication":true}},
			"networkProfile":{"networkInterfaceConfigurations":[{"properties":{"ipConfigurations":[{"properties":{"loadBalancerBackendAddressPools":[{"id":"/p"}]}}]}}]}}}`, `"sku":{"name":"D2","capacity":3}`)+`,`+
			row("Microsoft.Compute/virtualMachineScaleSets", "public", `{"virtualMachineProfile":{"networkProfile":{"networkInterfaceConfigurations":[{"properties":{"ipConfigurations":[{"properties":{"publicIPAddressConfiguration":{"name":"p"}}}]}}]}}}`, `"sku":{"capacity":0}`, `"tags":{"aks-managed-poolName":"x"}`)+`,`+
			row("Microsoft.Compute/virtualMachineScaleSets", "odd", `{"virtualMachineProfile":{"networkProfile":{"networkInterfaceConfigurations":[{"properties":{}}]}}}`)+`,`+
			row("Microsoft.Compute/virtualMachineScaleSets", "part", `{"virtualMachineProfile":{"networkProfile":{"networkInterfaceConfigurations":[{"properties":{"ipConfigurations":[{"properties":{"publicIPAddressConfiguration":{}}},{"name":"x"}]}}]}}}`)+`,`+
			row("Microsoft.Compute/virtualMachineScaleSets", "bare", `{}`)+`,`+
			row("Microsoft.Compute/virtualMachineScaleSets", "uniform", `{"orchestrationMode":"Uniform"}`)+`,`+
			row("Microsoft.Compute/virtualMachineScaleSets", "group", `{"orchestrationMode":"Flexible"}`))
	is(t, "an interface without configurations", got["odd"].PublicIPs, "?")
	is(t, "an interface without configurations", got["odd"].Balanced, "?")
	is(t, "one that is public", got["part"].PublicIPs, "true")
	is(t, "a configuration without properties", got["part"].Balanced, "?")
	is(t, "the model of an answer without properties", got["bare"].Modelled, "?")
	is(t, "the model of a uniform set", got["uniform"].Modelled, "?")
	good, public, group := got["good"], got["public"], got["group"]
	is(t, "the capacity", good.Capacity, "3")
	is(t, "balanced", good.Balanced, "true")
	is(t, "public", good.PublicIPs, "false")
	is(t, "upgraded", good.AutomaticOSUpgrade, "true")
	is(t, "the login", good.PasswordLogin, "false")
	is(t, "the capacity", public.Capacity, "0")
	is(t, "balanced", public.Balanced, "false")
	is(t, "public", public.PublicIPs, "true")
	is(t, "who manages it", public.ManagedBy, "AKS")
	is(t, "the model", group.Modelled, "false")
	is(t, "the capacity", group.Capacity, "?")
	is(t, "balanced", group.Balanced, "?")
}
