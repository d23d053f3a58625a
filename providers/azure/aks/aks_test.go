package aks

import (
	"testing"

	"demarc/providers/azure/azurefake"
	"demarc/providers/azure/azuretest"
	"demarc/providers/inventory"
)

const base = "/subscriptions/" + azuretest.Subscription + "/resourcegroups/rg/providers/Microsoft.ContainerService/managedClusters/"

func row(name, location, properties string) string {
	return `{"id":"` + base + name + `","name":"` + name + `","type":"microsoft.containerservice/managedclusters","location":"` + location + `","subscriptionId":"` + azuretest.Subscription + `","properties":` + properties + `}`
}

const full = `{"provisioningState":"Succeeded","kubernetesVersion":"1.32","currentKubernetesVersion":"1.32.4","supportPlan":"AKSLongTermSupport","enableRBAC":true,"disableLocalAccounts":true,
	"diskEncryptionSetID":"/subscriptions/S/diskEncryptionSets/D","aadProfile":{"managed":true,"enableAzureRBAC":true},
	"apiServerAccessProfile":{"enablePrivateCluster":true,"authorizedIPRanges":["203.0.113.0/24"]},
	"agentPoolProfiles":[{"name":"system","enableNodePublicIP":true,"orchestratorVersion":"1.32","currentOrchestratorVersion":"1.32.4"},{"name":"user","orchestratorVersion":"1.31.8"},{"name":"new"}],
	"networkProfile":{"networkPlugin":"azure","networkPolicy":"cilium"},"autoUpgradeProfile":{"upgradeChannel":"stable","nodeOSUpgradeChannel":"NodeImage"},
	"addonProfiles":{"omsAgent":{"enabled":true,"config":{}},"azurepolicy":{"enabled":false}},"azureMonitorProfile":{"metrics":{"enabled":true}},
	"securityProfile":{"defender":{"securityMonitoring":{"enabled":true}},"workloadIdentity":{"enabled":true}},"oidcIssuerProfile":{"enabled":true}}`

// A cluster with everything, the reference's example of a plain one, one
// without any property, one with profiles that lack what they are for.
func TestClusters(t *testing.T) {
	inv := azuretest.Collect(t, `{"rows":[
		`+row("full", "westeurope", full)+`,
		`+row("plain", "westeurope", `{"provisioningState":"Succeeded","kubernetesVersion":"1.9.6","enableRBAC":false,"agentPoolProfiles":[],"networkProfile":{"networkPlugin":"kubenet"},"apiServerAccessProfile":null,"autoUpgradeProfile":null,"addonProfiles":null}`)+`,
		`+row("bare", "westeurope", `{}`)+`,
		`+row("legacy", "westeurope", `{"aadProfile":{"managed":false}}`)+`,
		`+row("empty", "westeurope", `{"aadProfile":{},"azureMonitorProfile":{"metrics":{}},"oidcIssuerProfile":{},"addonProfiles":{"omsagent":{}}}`)+`]}`, Clusters)
	var gaps inventory.Gaps
	rows := map[string]*Cluster{}
	for c := range Clusters.All(inv, &gaps) {
		rows[c.ID] = c
	}
	if len(rows) != 5 || len(gaps) > 0 {
		t.Fatal(len(rows), gaps)
	}
	on, off := inventory.Of(true), inventory.Of(false)
	c := rows["full"]
	pools, _ := c.Pools.Peek()
	ranges, _ := c.Authorized.Peek()
	if c.Version != inventory.Of("1.32.4") || c.SupportPlan != inventory.Of("AKSLongTermSupport") || c.RBAC != on || c.LocalAccounts != off || c.Entra != inventory.Of("managed") ||
		c.Private != on || len(ranges) != 1 || c.NetworkPolicy != inventory.Of("cilium") || c.UpgradeChannel != inventory.Of("stable") || c.NodeOSChannel != inventory.Of("NodeImage") ||
		c.Defender != on || c.ContainerLogs != on || c.Prometheus != on || c.OIDCIssuer != on || c.WorkloadIdentity != on || c.DiskEncryption != inventory.Of("/subscriptions/s/diskencryptionsets/d") {
		t.Errorf("%+v", c)
	}
	if len(pools) != 3 || pools[0].PublicIP != on || pools[0].Version != inventory.Of("1.32.4") || pools[1].PublicIP != off || pools[1].Version != inventory.Of("1.31.8") {
		t.Errorf("%+v", pools)
	}
	if _, known := pools[2].Version.Peek(); known {
		t.Error("a version that the answer lacks counts as known")
	}
	c = rows["plain"]
	ranges, _ = c.Authorized.Peek()
	if _, known := c.NodeOSChannel.Peek(); known || c.Version != inventory.Of("1.9.6") || c.SupportPlan != inventory.Of("KubernetesOfficial") || c.RBAC != off || c.LocalAccounts != on || c.Entra != inventory.Of("none") || c.Private != off || len(ranges) != 0 ||
		c.NetworkPolicy != inventory.Of("none") || c.UpgradeChannel != inventory.Of("none") || c.Defender != off || c.ContainerLogs != off || c.Prometheus != off || c.OIDCIssuer != off || c.DiskEncryption != inventory.Of("") {
		t.Errorf("%+v", c)
	}
	c = rows["bare"]
	for what, gap := range map[string]func() (inventory.Gap, bool){"state": c.State.Gap, "version": c.Version.Gap, "rbac": c.RBAC.Gap, "pools": c.Pools.Gap, "policy": c.NetworkPolicy.Gap, "plugin": c.NetworkPlugin.Gap} {
		if _, hidden := gap(); !hidden {
			t.Errorf("%s counts as known", what)
		}
	}
	if rows["legacy"].Entra != inventory.Of("legacy") {
		t.Errorf("%+v", rows["legacy"])
	}
	c = rows["empty"]
	for what, gap := range map[string]func() (inventory.Gap, bool){"entra": c.Entra.Gap, "prometheus": c.Prometheus.Gap, "oidc": c.OIDCIssuer.Gap, "logs": c.ContainerLogs.Gap} {
		if _, hidden := gap(); !hidden {
			t.Errorf("%s counts as known", what)
		}
	}
}

func TestLocations(t *testing.T) {
	const path = "/subscriptions/" + azuretest.Subscription + "/providers/Microsoft.ContainerService/locations/"
	d := &azurefake.Double{}
	d.AddRow("microsoft.resources/subscriptions", []byte(`{"id":"/subscriptions/`+azuretest.Subscription+`","type":"microsoft.resources/subscriptions","subscriptionId":"`+azuretest.Subscription+`"}`))
	if err := d.Load([]byte(`{"rows":[` + row("a", "westeurope", `{}`) + `,` + row("b", "westeurope", `{}`) + `,` + row("c", "northeurope", `{}`) + `,` + row("d", "eastus", `{}`) + `],
		"get":{"` + path + `westeurope/kubernetesVersions":{"values":[{"version":"1.32","capabilities":{"supportPlan":["KubernetesOfficial","AKSLongTermSupport"]},"patchVersions":{}},{"version":"1.33"}]},
		"` + path + `northeurope/kubernetesVersions":{"values":[]}},
		"refused":{"` + path + `eastus/kubernetesVersions":"403 AuthorizationFailed"}}`)); err != nil {
		t.Fatal(err)
	}
	inv := azuretest.Over(t, d, LocationVersions)
	var gaps inventory.Gaps
	rows := map[string]*Location{}
	for l := range Locations.All(inv, &gaps) {
		rows[l.ID] = l
	}
	if n := d.Calls()["ARM microsoft.containerservice/locations/kubernetesversions"]; len(rows) != 3 || len(gaps) > 0 || n != 3 {
		t.Fatal(len(rows), gaps, n)
	}
	all, _ := rows["westeurope"].Versions.Peek()
	if len(all) != 2 || all[0].Minor != "1.32" {
		t.Fatalf("%+v", all)
	}
	plans, _ := all[0].Plans.Peek()
	if _, known := all[1].Plans.Peek(); len(plans) != 2 || known {
		t.Errorf("%+v", all)
	}
	for _, region := range []string{"northeurope", "eastus"} {
		if _, hidden := rows[region].Versions.Gap(); !hidden {
			t.Errorf("%s: %+v", region, rows[region])
		}
	}
	c := &Cluster{Resource: inventory.Resource{Account: azuretest.Subscription, Region: "westeurope"}}
	if l, ok := Locations.ByID(inv, "", LocationOf(c)).Peek(); !ok || l == nil || l.ID != "westeurope" {
		t.Errorf("%+v", l)
	}
}

// The system of the nodes is the provider's in AKS Automatic, and the
// customer's elsewhere.
func TestNodesBy(t *testing.T) {
	for sku, want := range map[string]inventory.Party{
		`{"name":"Automatic","tier":"Standard"}`: inventory.ByProvider, `{"name":"Base","tier":"Free"}`: inventory.ByCustomer, ``: inventory.ByCustomer,
	} {
		if got := nodesBy([]byte(sku)); got != want {
			t.Errorf("%s: %s", sku, got)
		}
	}
}
