package network

import (
	"strings"
	"testing"

	"demarc/providers/gcp/gcpfake"
	"demarc/providers/gcp/gcptest"
	"demarc/providers/inventory"
)

func assetOf(name, kind, ancestors, data string) string {
	return `{"name":"//compute.googleapis.com/` + name + `","assetType":"compute.googleapis.com/` + kind + `","ancestors":[` + ancestors + `],"resource":{"location":"global","data":` + data + `}}`
}

func asset(kind, path, data string) string {
	return assetOf("projects/"+gcptest.ProjectID+"/"+path, kind, `"projects/`+gcptest.Number+`","folders/5","`+gcptest.Parent+`"`, data)
}

const (
	urls  = "https://www.googleapis.com/compute/v1/projects/" + gcptest.ProjectID
	named = "//compute.googleapis.com/projects/" + gcptest.Number
	n     = `"network":"` + urls + `/global/networks/n",`
)

func rows[T any](t *testing.T, inv *inventory.Inventory, typ *inventory.Type[T], want int) map[string]*T {
	t.Helper()
	var gaps inventory.Gaps
	out := map[string]*T{}
	for row := range typ.All(inv, &gaps) {
		out[inventory.ResourceOf(row).ID] = row
	}
	if len(gaps) > 0 || len(out) != want {
		t.Fatalf("%s: %d rows, %v", typ.Kind, len(out), gaps)
	}
	return out
}

func TestNetworksSubnetworks(t *testing.T) {
	inv := gcptest.Collect(t, `{"assets":[`+strings.Join([]string{
		asset("Network", "global/networks/n", `{"autoCreateSubnetworks":false,"networkFirewallPolicyEnforcementOrder":"BEFORE_CLASSIC_FIREWALL"}`),
		asset("Network", "global/networks/old", `{"IPv4Range":"10.240.0.0/16"}`),
		asset("Network", "global/networks/bare", `{}`),
		asset("Subnetwork", "regions/r/subnetworks/logged", `{`+n+`"purpose":"PRIVATE","privateIpGoogleAccess":true,"logConfig":{"enable":true}}`),
		asset("Subnetwork", "regions/r/subnetworks/old", `{`+n+`"purpose":"PRIVATE","privateIpGoogleAccess":false,"enableFlowLogs":true}`),
		asset("Subnetwork", "regions/r/subnetworks/bare", `{}`),
	}, ",")+`]}`, Networks, Subnetworks)
	networks := rows(t, inv, Networks, 3)
	for id, want := range map[string]bool{"n": false, "old": true} {
		if l, known := networks[id].Legacy.Peek(); l != want || !known {
			t.Errorf("%s is a legacy network: %v", id, l)
		}
	}
	if _, known := networks["bare"].Legacy.Peek(); known {
		t.Error("a network of which nothing is told counts as known")
	}
	first, _ := networks["n"].PolicyFirst.Peek()
	after, known := networks["old"].PolicyFirst.Peek()
	if !first || after || !known {
		t.Errorf("policies first: %v, %v", first, after)
	}
	subnets := rows(t, inv, Subnetworks, 3)
	for id, want := range map[string]bool{"logged": true, "old": true, "bare": false} {
		if l, known := subnets[id].FlowLogs.Peek(); l != want || !known {
			t.Errorf("%s logs flows: %v", id, l)
		}
	}
	if got, _ := subnets["logged"].Network.Peek(); got != named+"/global/networks/n" {
		t.Error(got)
	}
	if _, known := subnets["bare"].Purpose.Peek(); known {
		t.Error("a purpose that the answer lacks counts as known")
	}
}

func TestFlowLogConfigs(t *testing.T) {
	const address = "https://networkmanagement.googleapis.com/v1/projects/" + gcptest.Number + "/locations/global/vpcFlowLogsConfigs"
	read := func(text string) inventory.Known[[]string] {
		d := &gcpfake.Double{}
		if err := d.Load([]byte(text)); err != nil {
			t.Fatal(err)
		}
		return inventory.Then(FlowLoggings.The(gcptest.Over(t, d, FlowLogConfigs), ""), func(f *FlowLogging) inventory.Known[[]string] { return f.Of })
	}
	const none = `"` + address + `:queryOrgVpcFlowLogsConfigs":{}`
	got, _ := read(`{"get":{"` + address + `":{"vpcFlowLogsConfigs":[{"state":"ENABLED","network":"projects/` + gcptest.ProjectID + `/global/networks/n"},
		{"state":"DISABLED","network":"projects/` + gcptest.ProjectID + `/global/networks/off"},{"vpnTunnel":"t"},{"state":"ENABLED"},{"subnet":"projects/` + gcptest.ProjectID + `/regions/r/subnetworks/s"}]},` + none + `}}`).Peek()
	if len(got) != 2 || got[0] != named+"/global/networks/n" || got[1] != named+"/regions/r/subnetworks/s" {
		t.Errorf("%v", got)
	}
	got, _ = read(`{"get":{"` + address + `":{},"` + address + `:queryOrgVpcFlowLogsConfigs":{"vpcFlowLogsConfigs":[{"state":"DISABLED"},{"vpnTunnel":"t"},{"state":"ENABLED"}]}}}`).Peek()
	if len(got) != 1 || got[0] != Everywhere {
		t.Errorf("of the organization: %v", got)
	}
	if got, known := read(`{"get":{"` + address + `":{"unreachable":["projects/p/locations/global"]},` + none + `}}`).Peek(); known {
		t.Errorf("a list that lacks a part counts as known: %v", got)
	}
	if got, known := read(`{"get":{"` + address + `":{}},"refused":{"` + address + `:queryOrgVpcFlowLogsConfigs":"403 IAM_PERMISSION_DENIED"}}`).Peek(); known {
		t.Errorf("without what the organization has: %v", got)
	}
	if got, known := read(`{"refused":{"` + address + `":"403 SERVICE_DISABLED"}}`).Peek(); !known || len(got) != 0 {
		t.Errorf("where the API is off: %v, %v", got, known)
	}
	gap, hidden := read(`{"refused":{"` + address + `":"403 IAM_PERMISSION_DENIED"}}`).Gap()
	if !hidden || gap.Reason != inventory.Denied || gap.Action != "networkmanagement.vpcflowlogsconfigs.list" {
		t.Errorf("%+v", gap)
	}
}

func TestFirewalls(t *testing.T) {
	inv := gcptest.Collect(t, `{"assets":[`+strings.Join([]string{
		asset("Firewall", "global/firewalls/ssh", `{`+n+`"direction":"INGRESS","disabled":false,"priority":1000,"allowed":[{"IPProtocol":"6","ports":["22"]}],"sourceTags":["t"],"sourceRanges":["0.0.0.0/0"],"targetTags":["web"]}`),
		asset("Firewall", "global/firewalls/deny", `{`+n+`"direction":"INGRESS","disabled":true,"priority":0,"denied":[{"IPProtocol":"all"}]}`),
		asset("Firewall", "global/firewalls/tagged", `{`+n+`"direction":"INGRESS","priority":1,"allowed":[{"IPProtocol":"tcp"}],"sourceServiceAccounts":["a"]}`),
		asset("Firewall", "global/firewalls/out", `{`+n+`"direction":"EGRESS","priority":1,"allowed":[{"IPProtocol":"all"}],"destinationRanges":["0.0.0.0/0"]}`),
		asset("Firewall", "global/firewalls/bare", `{}`),
		asset("Firewall", "global/firewalls/odd", `{`+n+`"direction":"INGRESS","priority":1,"allowed":[{"IPProtocol":"tcp","ports":["ssh"]}]}`),
	}, ",")+`]}`, Firewalls)
	got := rows(t, inv, Firewalls, 6)
	ssh, _ := got["ssh"].Rule.Peek()
	if ssh.Action != Allow || ssh.Layer4[0].Protocol != "tcp" || !ssh.Sources.Inside || len(ssh.Sources.Ranges) != 1 || ssh.Targets.Tags[0] != "web" {
		t.Errorf("%+v", ssh)
	}
	deny, _ := got["deny"].Rule.Peek()
	if deny.Action != Deny || deny.Sources.Ranges[0] != "0.0.0.0/0" {
		t.Errorf("%+v", deny)
	}
	if r, _ := got["tagged"].Rule.Peek(); len(r.Sources.Ranges) != 0 || !r.Sources.Inside {
		t.Errorf("%+v", r)
	}
	off, _ := got["deny"].Disabled.Peek()
	on, known := got["tagged"].Disabled.Peek()
	if !off || on || !known {
		t.Errorf("disabled: %v, %v", off, on)
	}
	if e, _ := got["out"].Egress.Peek(); !e {
		t.Error("a rule for what goes out is not told")
	}
	for _, id := range []string{"bare", "odd"} {
		if _, known := got[id].Rule.Peek(); known {
			t.Errorf("%s counts as known", id)
		}
	}
	if _, known := got["bare"].Egress.Peek(); known {
		t.Error("a direction that the answer lacks counts as known")
	}
	var gaps inventory.Gaps
	if of := Of.Get(inv, &gaps, "", named+"/global/networks/n"); len(of) != 5 || len(gaps) != 1 {
		t.Errorf("%d rules of the network, %v", len(of), gaps)
	}
}

func TestFirewallPolicies(t *testing.T) {
	const rules = `"rules":[{"priority":10,"direction":"INGRESS","action":"allow","match":{"srcIpRanges":["0.0.0.0/0"],"layer4Configs":[{"ipProtocol":"tcp","ports":["22"]}]},"targetSecureTags":[{"name":"tagValues/1","state":"EFFECTIVE"}]},
		{"priority":11,"direction":"INGRESS","action":"deny","disabled":true,"match":{"srcIpRanges":["0.0.0.0/0"],"layer4Configs":[{"ipProtocol":"all"}]}},
		{"priority":12,"direction":"EGRESS","action":"allow","match":{"destIpRanges":["0.0.0.0/0"],"layer4Configs":[{"ipProtocol":"all"}]}},
		{"priority":13,"ruleName":"office","direction":"INGRESS","action":"allow","match":{"srcAddressGroups":["projects/p/locations/global/addressGroups/office"],"srcNetworkType":"INTERNET","layer4Configs":[{"ipProtocol":"all"}]}},
		{"priority":2147483647,"direction":"INGRESS","action":"goto_next","match":{"srcIpRanges":["0.0.0.0/0"],"srcNetworkContext":"NON_INTERNET","layer4Configs":[{"ipProtocol":"all"}]},"targetResources":["` + urls + `/global/networks/n"]}]`
	up := func(id, ancestors, target string) string {
		return assetOf("locations/global/firewallPolicies/"+id, "FirewallPolicy", ancestors, `{"shortName":"s","associations":[{"attachmentTarget":"`+target+`"}],`+rules+`}`)
	}
	text := `{"assets":[` + strings.Join([]string{
		`{"name":"//cloudresourcemanager.googleapis.com/projects/` + gcptest.Number + `","assetType":"cloudresourcemanager.googleapis.com/Project","ancestors":["projects/` + gcptest.Number + `","folders/5","` + gcptest.Parent + `"],"resource":{"data":{}}}`,
		asset("FirewallPolicy", "global/firewallPolicies/own", `{"associations":[{"attachmentTarget":"`+urls+`/global/networks/n"}],`+rules+`}`),
		asset("FirewallPolicy", "global/firewallPolicies/bare", `{"policySource":"SYSTEM"}`),
		up("1", `"`+gcptest.Parent+`"`, gcptest.Parent), up("2", `"folders/5","`+gcptest.Parent+`"`, "https://www.googleapis.com/compute/v1/folders/5"),
		up("3", `"folders/6","`+gcptest.Parent+`"`, "folders/6"),
	}, ",") + `]}`
	inv := gcptest.Collect(t, text, FirewallPolicies, InheritedPolicies, HierarchicalPolicies)
	own := rows(t, inv, FirewallPolicies, 2)
	got, _ := own["own"].Rules.Peek()
	if len(got) != 3 || got[0].Targets.Tags[0] != "tagValues/1" || got[0].Name != "priority 10" || got[1].Name != "office" || got[1].Sources.Unread[0] != "office" ||
		!got[2].Sources.Inner || got[2].Targets.Networks[0] != named+"/global/networks/n" {
		t.Errorf("%+v", got)
	}
	if a, _ := own["own"].Attached.Peek(); len(a) != 1 || a[0] != named+"/global/networks/n" {
		t.Errorf("attached to %v", a)
	}
	if s, _ := own["bare"].System.Peek(); !s {
		t.Error("a policy of a service of Google is not told")
	}
	if _, known := own["bare"].Rules.Peek(); known {
		t.Error("rules that the answer lacks count as known")
	}
	inherited := rows(t, inv, InheritedPolicies, 2)
	if inherited["1"] == nil || inherited["2"] == nil {
		t.Errorf("inherited %v", inherited)
	}
	if a, _ := inherited["2"].Attached.Peek(); a[0] != "folders/5" {
		t.Errorf("attached to %v", a)
	}
	rows(t, inv, HierarchicalPolicies, 3)
}
