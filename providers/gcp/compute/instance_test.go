package compute

import (
	"encoding/json"
	"testing"

	"demarc/providers/gcp/gcptest"
	"demarc/providers/inventory"
)

func asset(kind, path, data string) string {
	return `{"name":"//compute.googleapis.com/projects/` + gcptest.ProjectID + `/` + path + `","assetType":"compute.googleapis.com/` + kind +
		`","ancestors":["projects/` + gcptest.Number + `","` + gcptest.Parent + `"],"resource":{"location":"europe-west1-b","data":` + data + `}}`
}

func rows[T any](t *testing.T, typ *inventory.Type[T], assets ...string) map[string]*T {
	t.Helper()
	text := `{"assets":[`
	for i, a := range assets {
		if i > 0 {
			text += ","
		}
		text += a
	}
	inv := gcptest.Collect(t, text+`]}`, typ)
	var gaps inventory.Gaps
	out := map[string]*T{}
	for row := range typ.All(inv, &gaps) {
		out[inventory.ResourceOf(row).ID] = row
	}
	if len(gaps) > 0 || len(out) != len(assets) {
		t.Fatalf("%d rows, %v", len(out), gaps)
	}
	return out
}

const fullInstance = `{"name":"web","status":"RUNNING","canIpForward":false,"deletionProtection":true,"labels":{"team":"web"},
	"serviceAccounts":[{"email":"web@test-project.iam.gserviceaccount.com","scopes":["https://www.googleapis.com/auth/cloud-platform"]}],
	"networkInterfaces":[{"name":"nic0","network":"https://www.googleapis.com/compute/v1/projects/test-project/global/networks/n","accessConfigs":[{"type":"ONE_TO_ONE_NAT","name":"external-nat"}]},
		{"name":"nic1","network":"https://www.googleapis.com/compute/v1/projects/host/global/networks/shared","ipv6AccessConfigs":[{"type":"DIRECT_IPV6"}]},
		{"name":"nic2","network":"https://www.googleapis.com/compute/v1/projects/test-project/global/networks/n","accessConfigs":[]}],
	"tags":{"items":["web"],"fingerprint":"x"},
	"disks":[{"source":"https://www.googleapis.com/compute/v1/projects/test-project/zones/europe-west1-b/disks/web","boot":true,"type":"PERSISTENT","autoDelete":true,"licenses":["https://www.googleapis.com/compute/v1/projects/windows-cloud/global/licenses/windows-server-2022-dc"]},
		{"deviceName":"local-ssd-0","type":"SCRATCH","autoDelete":true}],
	"scheduling":{"automaticRestart":true,"onHostMaintenance":"MIGRATE","preemptible":false,"provisioningModel":"STANDARD"},
	"shieldedInstanceConfig":{"enableSecureBoot":false,"enableVtpm":true,"enableIntegrityMonitoring":true},
	"confidentialInstanceConfig":{"enableConfidentialCompute":true},
	"resourceStatus":{"effectiveInstanceMetadata":{"enableOsloginMetadataValue":true}},
	"metadata":{"items":[{"key":"startup-script","value":"secret"},{"key":"serial-port-enable","value":"Yes"},{"key":"enable-oslogin","value":"false"},
		{"key":"created-by","value":"projects/200000000001/zones/europe-west1-b/instanceGroupManagers/webs"}]}}`

func TestInstances(t *testing.T) {
	got := rows(t, Instances, asset("Instance", "zones/europe-west1-b/instances/web", fullInstance), asset("Instance", "zones/europe-west1-b/instances/bare", `{"name":"bare"}`))
	web, bare := got["web"], got["bare"]
	if web.Full != "//compute.googleapis.com/projects/"+gcptest.Number+"/zones/europe-west1-b/instances/web" || web.Region != "europe-west1-b" {
		t.Errorf("%+v", web.Resource)
	}
	nics, _ := web.Interfaces.Peek()
	if len(nics) != 3 || !nics[0].External || nics[0].IPv6 || !nics[1].IPv6 || nics[1].External || nics[2].External || nics[2].IPv6 ||
		nics[0].Network != "//compute.googleapis.com/projects/"+gcptest.Number+"/global/networks/n" || nics[1].Network != "//compute.googleapis.com/projects/host/global/networks/shared" {
		t.Errorf("interfaces %+v", nics)
	}
	disks, _ := web.Disks.Peek()
	if len(disks) != 2 || disks[0].Name != "web" || !disks[0].Persistent || disks[1].Persistent {
		t.Errorf("disks %+v", disks)
	}
	if w, _ := web.Windows().Peek(); !w {
		t.Error("Windows is not seen")
	}
	if c, _ := web.Confidential.Peek(); c != "SEV" {
		t.Errorf("confidential computing by %q", c)
	}
	if c, known := bare.Confidential.Peek(); c != "" || !known {
		t.Error("an instance made without the configuration is confidential")
	}
	if g, _ := web.Group.Peek(); g != "//compute.googleapis.com/projects/"+gcptest.Number+"/zones/europe-west1-b/instanceGroupManagers/webs" {
		t.Errorf("made by %q", g)
	}
	if s, _ := web.Metadata.SerialPort.Peek(); s != On {
		t.Errorf("serial port %q", s)
	}
	if s, _ := web.Metadata.OSLogin.Peek(); s != Off {
		t.Errorf("OS Login %q", s)
	}
	if s, _ := web.Effective.OSLogin.Peek(); s != On {
		t.Errorf("OS Login in effect %q", s)
	}
	text, err := json.Marshal(web)
	if err != nil || len(text) == 0 {
		t.Fatal(err)
	}
	for _, missing := range []func() (inventory.Gap, bool){
		bare.Status.Gap, bare.IPForwarding.Gap, bare.DeletionProtection.Gap, bare.Interfaces.Gap, bare.Disks.Gap, bare.AutomaticRestart.Gap, bare.Provisioning.Gap,
		bare.SecureBoot.Gap, bare.VTPM.Gap, bare.IntegrityMonitoring.Gap, bare.Metadata.OSLogin.Gap, bare.Metadata.SerialPort.Gap, bare.Group.Gap,
	} {
		if _, gap := missing(); !gap {
			t.Error("what the answer lacks counts as known")
		}
	}
}

// An account without a name, and an item of the metadata without a key, may be
// the one that a check asks about.
func TestNameless(t *testing.T) {
	i := rows(t, Instances, asset("Instance", "zones/z/instances/i", `{"serviceAccounts":[{"scopes":[]}],"metadata":{"items":[{"value":"TRUE"}]}}`))["i"]
	for _, missing := range []func() (inventory.Gap, bool){i.ServiceAccounts.Gap, i.Metadata.SerialPort.Gap, i.Group.Gap} {
		if _, gap := missing(); !gap {
			t.Error("what has no name counts as known")
		}
	}
}

func TestConfidential(t *testing.T) {
	for config, want := range map[string]string{
		`{"confidentialInstanceType":"TDX"}`:                                           "TDX",
		`{"enableConfidentialCompute":false}`:                                          "",
		`{"enableConfidentialCompute":true}`:                                           "SEV",
		`{"confidentialInstanceType":"SEV_SNP"` + `,"enableConfidentialCompute":true}`: "SEV_SNP",
	} {
		got := rows(t, Instances, asset("Instance", "zones/z/instances/i", `{"confidentialInstanceConfig":`+config+`}`))["i"]
		if c, known := got.Confidential.Peek(); !known || c != want {
			t.Errorf("%s is %q", config, c)
		}
	}
	got := rows(t, Instances, asset("Instance", "zones/z/instances/i", `{"confidentialInstanceConfig":{}}`))["i"]
	if _, known := got.Confidential.Peek(); known {
		t.Error("an empty configuration counts as known")
	}
}

// Booleans of the metadata in the words that the documentation gives.
func TestSwitches(t *testing.T) {
	for word, want := range map[string]Switch{"TRUE": On, "true": On, "1": On, "Y": On, "yes": On, "FALSE": Off, "0": Off, "n": Off, "No": Off} {
		if got, known := switchOf(&word, "", "").Peek(); !known || got != want {
			t.Errorf("%s is %q", word, got)
		}
	}
	for _, word := range []string{"", "enabled", "2"} {
		if _, known := switchOf(&word, "", "").Peek(); known {
			t.Errorf("%q counts as known", word)
		}
	}
	if _, known := switchOf(nil, "", "").Peek(); known {
		t.Error("a key without a value counts as known")
	}
}

// The instance's own metadata wins over the project's, and what the answer
// states to be in effect over both.
func TestInEffect(t *testing.T) {
	project := func(s Switch) inventory.Part {
		return inventory.Rows(Projects, &Project{Metadata: Metadata{SerialPort: inventory.Of(s)}})
	}
	for _, tc := range []struct {
		effective, own, project Switch
		want                    bool
	}{
		{Unset, Unset, Unset, false}, {Unset, Unset, On, true}, {Unset, Off, On, false}, {Unset, On, Off, true}, {On, Off, Off, true}, {Off, On, On, false},
	} {
		i := &Instance{Effective: Metadata{SerialPort: inventory.Of(tc.effective)}, Metadata: Metadata{SerialPort: inventory.Of(tc.own)}}
		if got, known := i.SerialPort(inventory.Fixture(project(tc.project))).Peek(); !known || got != tc.want {
			t.Errorf("%+v: %v", tc, got)
		}
	}
	i := &Instance{Effective: Metadata{SerialPort: inventory.Of(Unset)}, Metadata: Metadata{SerialPort: inventory.Of(Unset)}}
	if _, known := i.SerialPort(inventory.Fixture(inventory.Rows(Projects))).Peek(); known {
		t.Error("without the project's metadata the setting counts as known")
	}
}

func TestManager(t *testing.T) {
	for _, tc := range []struct {
		name   string
		labels map[string]string
		want   string
	}{
		{"gke-c-pool-1", map[string]string{"goog-gke-node": ""}, "GKE"}, {"gk3-c-pool-1", map[string]string{"goog-gke-node": ""}, "GKE"},
		{"gke-c-pool-1", nil, ""}, {"web", map[string]string{"goog-gke-node": ""}, ""},
		{"c-m", map[string]string{"goog-dataproc-cluster-uuid": "u"}, "Dataproc"}, {"job-harness", map[string]string{"dataflow_job_id": "j"}, "Dataflow"},
	} {
		i := &Instance{Resource: inventory.Resource{ID: tc.name, Tags: inventory.Of(tc.labels)}}
		if got, _ := i.Manager().Peek(); got != tc.want {
			t.Errorf("%s %v: %q", tc.name, tc.labels, got)
		}
	}
}
