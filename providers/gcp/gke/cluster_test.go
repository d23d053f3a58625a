package gke

import (
	"fmt"
	"testing"

	"demarc/providers/gcp/gcpfake"
	"demarc/providers/gcp/gcptest"
	"demarc/providers/inventory"
)

func asset(name, data string) string {
	return fmt.Sprintf(`{"name":"//container.googleapis.com/projects/%s/locations/europe-west1/clusters/%s","assetType":"container.googleapis.com/Cluster","ancestors":["projects/%s","%s"],"resource":{"location":"europe-west1","data":%s}}`,
		gcptest.ProjectID, name, gcptest.Number, gcptest.Parent, data)
}

func is[V any](t *testing.T, what string, k inventory.Known[V], want string) {
	t.Helper()
	got := "?"
	if v, ok := k.Peek(); ok {
		got = fmt.Sprint(v)
	}
	if got != want {
		t.Errorf("%s is %s, want %s", what, got, want)
	}
}

// A cluster as the reference has them now, one of the older form, one of
// Autopilot, and one that its answer says nothing of.
func TestClusters(t *testing.T) {
	inv := gcptest.Collect(t, `{"assets":[`+
		asset("new", `{"status":"RUNNING","resourceLabels":{"team":"shop"},"workloadIdentityConfig":{"workloadPool":"p.svc.id.goog"},
			"controlPlaneEndpointsConfig":{"dnsEndpointConfig":{},"ipEndpointsConfig":{"enabled":true,"enablePublicEndpoint":true,"authorizedNetworksConfig":{"enabled":true,"cidrBlocks":[{"cidrBlock":"198.51.100.0/24"}]}}},
			"networkConfig":{"defaultEnablePrivateNodes":true,"datapathProvider":"ADVANCED_DATAPATH"},"shieldedNodes":{"enabled":true},"legacyAbac":{},"masterAuth":{"clientCertificateConfig":{},"clusterCaCertificate":"x"},
			"releaseChannel":{"channel":"REGULAR"},"binaryAuthorization":{"evaluationMode":"PROJECT_SINGLETON_POLICY_ENFORCE"},"databaseEncryption":{"state":"ENCRYPTED","keyName":"k"},
			"nodePools":[{"name":"a","config":{"serviceAccount":"nodes@p.iam.gserviceaccount.com","workloadMetadataConfig":{"mode":"GKE_METADATA"}},"management":{"autoUpgrade":true},"networkConfig":{"enablePrivateNodes":false}},
				{"name":"b","config":{"serviceAccount":"default"},"management":{}},{"name":"c"}]}`)+","+
		asset("old", `{"status":"RUNNING","privateClusterConfig":{"enablePrivateNodes":true,"enablePrivateEndpoint":true},"masterAuthorizedNetworksConfig":{},"legacyAbac":{"enabled":true},
			"masterAuth":{"clientCertificateConfig":{"issueClientCertificate":true}},"networkPolicy":{"enabled":true},"binaryAuthorization":{"enabled":true},"shieldedNodes":{},"releaseChannel":{},
			"nodePools":[{"name":"a","config":{}}]}`)+","+
		asset("auto", `{"autopilot":{"enabled":true},"controlPlaneEndpointsConfig":{"ipEndpointsConfig":{"enabled":false}}}`)+","+
		asset("half", `{"controlPlaneEndpointsConfig":{"ipEndpointsConfig":{"enablePublicEndpoint":true}}}`)+","+
		asset("bare", `{}`)+`]}`, Clusters)
	var gaps inventory.Gaps
	rows := map[string]*Cluster{}
	for c := range Clusters.All(inv, &gaps) {
		rows[c.ID] = c
	}
	if len(rows) != 5 || len(gaps) > 0 {
		t.Fatalf("%d rows, %v", len(rows), gaps)
	}
	fresh, old, auto, bare := rows["new"], rows["old"], rows["auto"], rows["bare"]
	if fresh.Full != "//container.googleapis.com/projects/"+gcptest.Number+"/locations/europe-west1/clusters/new" || fresh.NodesBy != inventory.ByCustomer || auto.NodesBy != inventory.ByProvider {
		t.Errorf("%+v, %+v", fresh.Resource, auto.Resource)
	}
	is(t, "the labels", fresh.Tags, "map[team:shop]")
	is(t, "the identities", fresh.Identities, "p.svc.id.goog")
	is(t, "a public endpoint", fresh.PublicEndpoint, "true")
	is(t, "the restriction", fresh.Authorized, "true")
	is(t, "the networks", fresh.Networks, "[198.51.100.0/24]")
	is(t, "the data path", fresh.Datapath, "ADVANCED_DATAPATH")
	is(t, "shielding", fresh.Shielded, "true")
	is(t, "ABAC", fresh.LegacyABAC, "false")
	is(t, "a certificate", fresh.ClientCertificate, "false")
	is(t, "the channel", fresh.Channel, "REGULAR")
	is(t, "authorization", fresh.BinaryAuthz, "PROJECT_SINGLETON_POLICY_ENFORCE")
	is(t, "encryption", fresh.DatabaseEncryption, "ENCRYPTED")
	pools, _ := fresh.Pools.Peek()
	if len(pools) != 3 {
		t.Fatal(pools)
	}
	is(t, "nodes of a", pools[0].PrivateNodes, "false")
	is(t, "the account of a", pools[0].ServiceAccount, "nodes@p.iam.gserviceaccount.com")
	is(t, "metadata of a", pools[0].Metadata, "GKE_METADATA")
	is(t, "upgrades of a", pools[0].AutoUpgrade, "true")
	is(t, "nodes of b", pools[1].PrivateNodes, "true")
	is(t, "the account of b", pools[1].ServiceAccount, "default")
	is(t, "metadata of b", pools[1].Metadata, "MODE_UNSPECIFIED")
	is(t, "upgrades of b", pools[1].AutoUpgrade, "false")
	is(t, "the account of c", pools[2].ServiceAccount, "?")
	is(t, "upgrades of c", pools[2].AutoUpgrade, "?")

	is(t, "a public endpoint", old.PublicEndpoint, "false")
	is(t, "the restriction", old.Authorized, "false")
	is(t, "ABAC", old.LegacyABAC, "true")
	is(t, "a certificate", old.ClientCertificate, "true")
	is(t, "network policy", old.NetworkPolicy, "true")
	is(t, "the data path", old.Datapath, "LEGACY_DATAPATH")
	is(t, "authorization", old.BinaryAuthz, "PROJECT_SINGLETON_POLICY_ENFORCE")
	is(t, "shielding", old.Shielded, "false")
	is(t, "the channel", old.Channel, "UNSPECIFIED")
	is(t, "encryption", old.DatabaseEncryption, "?")
	pools, _ = old.Pools.Peek()
	is(t, "nodes of the old", pools[0].PrivateNodes, "true")
	is(t, "the account of the old", pools[0].ServiceAccount, "default")

	is(t, "Autopilot", auto.Autopilot, "true")
	is(t, "a public endpoint", auto.PublicEndpoint, "false")

	is(t, "a public endpoint", rows["half"].PublicEndpoint, "?")

	is(t, "the status", bare.Status, "?")
	is(t, "a public endpoint", bare.PublicEndpoint, "true")
	is(t, "shielding", bare.Shielded, "?")
	is(t, "the pools", bare.Pools, "?")
	is(t, "ABAC", bare.LegacyABAC, "?")
	is(t, "a certificate", bare.ClientCertificate, "?")
	is(t, "network policy", bare.NetworkPolicy, "false")
	is(t, "authorization", bare.BinaryAuthz, "DISABLED")
	is(t, "the identities", bare.Identities, "")
}

func TestRefused(t *testing.T) {
	d := &gcpfake.Double{}
	if err := d.Load([]byte(`{"refused":{"https://cloudasset.googleapis.com/v1/` + gcptest.Parent + `/assets":"403 IAM_PERMISSION_DENIED"}}`)); err != nil {
		t.Fatal(err)
	}
	var gaps inventory.Gaps
	for range Clusters.All(gcptest.Over(t, d, Clusters), &gaps) {
	}
	if len(gaps) != 1 || gaps[0].Reason != inventory.Denied {
		t.Errorf("%+v", gaps)
	}
}
