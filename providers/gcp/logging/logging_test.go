package logging

import (
	"fmt"
	"strings"
	"testing"

	"demarc/providers/gcp"
	"demarc/providers/gcp/gcpfake"
	"demarc/providers/gcp/gcptest"
	"demarc/providers/inventory"
)

const (
	inProject = `"ancestors":["projects/` + gcptest.Number + `","folders/5","` + gcptest.Parent + `"]`
	other     = `"ancestors":["projects/9","` + gcptest.Parent + `"]`
)

func asset(kind, name, ancestors, data string) string {
	return fmt.Sprintf(`{"name":%q,"assetType":%q,%s,"resource":{"location":"global","data":%s}}`, name, kind, ancestors, data)
}

func sinkIn(place, ancestors, data string) string {
	return asset("logging.googleapis.com/LogSink", "//logging.googleapis.com/"+place+"/sinks/s", ancestors, data)
}

func metricIn(number, ancestors, data string) string {
	return asset("logging.googleapis.com/LogMetric", "//logging.googleapis.com/projects/"+number+"/metrics/m", ancestors, data)
}

func alertIn(ancestors, data string) string {
	return asset("monitoring.googleapis.com/AlertPolicy", "//monitoring.googleapis.com/projects/p/alertPolicies/1", ancestors, data)
}

func channelIn(id, ancestors, data string) string {
	return asset("monitoring.googleapis.com/NotificationChannel", "//monitoring.googleapis.com/projects/p/notificationChannels/"+id, ancestors, data)
}

var projects = asset("cloudresourcemanager.googleapis.com/Project", "//cloudresourcemanager.googleapis.com/projects/"+gcptest.Number, inProject, `{"projectId":"`+gcptest.ProjectID+`"}`) + "," +
	asset("cloudresourcemanager.googleapis.com/Project", "//cloudresourcemanager.googleapis.com/projects/9", other, `{"projectId":"central"}`)

func the(t *testing.T, inv *inventory.Inventory) *Project {
	t.Helper()
	var gaps inventory.Gaps
	p, ok := Projects.The(inv, "").Get(&gaps)
	if !ok {
		t.Fatal(gaps)
	}
	return p
}

func TestSinks(t *testing.T) {
	inv := gcptest.Collect(t, `{"assets":[`+strings.Join([]string{projects,
		sinkIn("projects/"+gcptest.Number, inProject, `{"name":"own","destination":"logging.googleapis.com/projects/`+gcptest.ProjectID+`/locations/global/buckets/b","filter":"severity>=ERROR","exclusions":[{"filter":"a"},{"filter":"b","disabled":true}]}`),
		sinkIn("projects/9", other, `{"name":"other","destination":"storage.googleapis.com/archive"}`),
		sinkIn("folders/5", `"ancestors":["folders/5","`+gcptest.Parent+`"]`, `{"name":"folder","destination":"logging.googleapis.com/projects/central","includeChildren":true}`),
		sinkIn("folders/6", `"ancestors":["folders/6","`+gcptest.Parent+`"]`, `{"name":"elsewhere","destination":"storage.googleapis.com/archive","includeChildren":true}`),
		sinkIn(gcptest.Parent, `"ancestors":["`+gcptest.Parent+`"]`, `{"name":"alone","destination":"storage.googleapis.com/top"}`),
		sinkIn(gcptest.Parent, `"ancestors":["`+gcptest.Parent+`"]`, `{"name":"all","destination":"storage.googleapis.com/top","includeChildren":true,"disabled":true}`),
	}, ",")+`]}`, ProjectSinks, ProjectExports)
	p := the(t, inv)
	got, _ := p.Sinks.Peek()
	var told []string
	for _, s := range got {
		filter, _ := s.Filter.Peek()
		off, _ := s.Disabled.Peek()
		excluded, _ := s.Exclusions.Peek()
		told = append(told, fmt.Sprintf("%s in %s to %s: %s %v %v", s.Name, s.Parent, s.Destination, filter, off, excluded))
	}
	want := []string{
		"own in projects/" + gcptest.Number + " to projects/" + gcptest.Number + "/locations/global/buckets/b: severity>=ERROR false [a]",
		"folder in folders/5 to projects/9:  false []",
		"all in " + gcptest.Parent + " to storage.googleapis.com/top:  true []",
	}
	if strings.Join(told, "\n") != strings.Join(want, "\n") {
		t.Errorf("%q", told)
	}
	exports, _ := p.Exports.Peek()
	if fmt.Sprint(exports) != "[archive top]" {
		t.Errorf("exports %v", exports)
	}
	if p.Name != gcptest.ProjectID || p.Full != "//cloudresourcemanager.googleapis.com/projects/"+gcptest.Number {
		t.Errorf("%+v", p.Resource)
	}
}

func TestSinksToNowhere(t *testing.T) {
	inv := gcptest.Collect(t, `{"assets":[`+projects+","+sinkIn("projects/"+gcptest.Number, inProject, `{"name":"odd"}`)+`]}`, ProjectSinks)
	if _, known := the(t, inv).Sinks.Peek(); known {
		t.Error("a sink without a destination counts")
	}
}

// What is above a scan of a project is asked of Cloud Logging.
func TestSinksAbove(t *testing.T) {
	for _, tc := range []struct{ answer, want string }{
		{`"get":{"https://cloudresourcemanager.googleapis.com/v3/` + gcptest.Parent + `":{},"https://logging.googleapis.com/v2/organizations/1/sinks":{"sinks":[{"name":"all","includeChildren":true},{"name":"x"},{"name":"y","includeChildren":true}]}}`, "[all y]"},
		{`"get":{},"refused":{"https://logging.googleapis.com/v2/organizations/1/sinks":"403 IAM_PERMISSION_DENIED"}`, "?"},
	} {
		d := &gcpfake.Double{}
		if err := d.Load([]byte(`{"assets":[` + projects + `],` + tc.answer + `}`)); err != nil {
			t.Fatal(err)
		}
		root := gcp.NewRoot("projects/"+gcptest.Number, "test", d, gcp.Settings{MaxAttempts: 1})
		if err := d.Load([]byte(`{"get":{"https://cloudresourcemanager.googleapis.com/v3/projects/` + gcptest.Number + `":{"parent":"organizations/1"}}}`)); err != nil {
			t.Fatal(err)
		}
		top := inventory.Scope{Level: inventory.AtOrganization, Provider: "gcp", Account: root.Parent, Session: &gcp.Session{Root: root}}.Root()
		inv := inventory.Collect(t.Context(), inventory.Target{Provider: "gcp", Account: gcptest.Number, Scopes: []inventory.Scope{
			{Level: inventory.AtAccount, Provider: "gcp", Account: gcptest.Number, Up: top, Session: &gcp.Session{Root: root, Number: gcptest.Number, ProjectID: gcptest.ProjectID}},
		}}, []inventory.Source{ProjectSinks}, inventory.Options{Classify: gcp.Classify})
		got, ok := the(t, inv).Sinks.Peek()
		told := "?"
		if ok {
			var names []string
			for _, s := range got {
				names = append(names, s.Name)
			}
			told = fmt.Sprint(names)
		}
		if told != tc.want {
			t.Errorf("%s, want %s", told, tc.want)
		}
	}
}

func TestMetricsAndAlerts(t *testing.T) {
	threshold := func(metric, more string) string {
		return `{"conditionThreshold":{"filter":"metric.type=\"logging.googleapis.com/user/` + metric + `\"","comparison":"COMPARISON_GT"` + more + `}}`
	}
	inv := gcptest.Collect(t, `{"assets":[`+strings.Join([]string{projects,
		sinkIn("projects/"+gcptest.Number, inProject, `{"name":"out","destination":"logging.googleapis.com/projects/central/locations/eu/buckets/all"}`),
		metricIn(gcptest.Number, inProject, `{"name":"own","filter":"a","bucketName":"projects/`+gcptest.ProjectID+`/locations/global/buckets/b"}`),
		metricIn(gcptest.Number, inProject, `{"name":"off","disabled":true}`),
		metricIn("9", other, `{"name":"central","filter":"b","bucketName":"projects/central/locations/eu/buckets/all"}`),
		metricIn("9", other, `{"name":"unrelated","filter":"c"}`),
		alertIn(inProject, `{"displayName":"own","enabled":true,"combiner":"OR","notificationChannels":["projects/p/notificationChannels/7","projects/p/notificationChannels/gone"],"conditions":[`+
			threshold("own", `,"thresholdValue":0.5,"duration":"60s","aggregations":[{"alignmentPeriod":"300s","perSeriesAligner":"ALIGN_RATE"}],"trigger":{"count":1}`)+`,`+threshold("own", `,"denominatorFilter":"x","duration":"soon","trigger":{"count":3}`)+`]}`),
		alertIn(inProject, `{"displayName":"log","validity":{"code":3},"conditions":[{"conditionMatchedLog":{"filter":"d"}},{"conditionAbsent":{}}]}`),
		alertIn(inProject, `{"displayName":"processor","conditions":[{"conditionThreshold":{"filter":"metric.type=\"compute.googleapis.com/instance/cpu/utilization\""}}]}`),
		alertIn(other, `{"displayName":"central","conditions":[{"conditionPrometheusQueryLanguage":{"query":"logging_googleapis_com:user_central"}},{"conditionThreshold":{}}]}`),
		alertIn(`"ancestors":["projects/8","`+gcptest.Parent+`"]`, `{"displayName":"scoping","conditions":[`+threshold("off", "")+`]}`),
		alertIn(`"ancestors":["projects/8","`+gcptest.Parent+`"]`, `{"displayName":"theirs","conditions":[`+threshold("own", "")+`]}`),
		channelIn("7", inProject, `{"enabled":true,"verificationStatus":"UNVERIFIED"}`),
		channelIn("8", inProject, `{}`),
	}, ",")+`]}`, ProjectMetrics, ProjectAlerts)
	p := the(t, inv)
	metrics, _ := p.Metrics.Peek()
	var told []string
	for _, m := range metrics {
		filter, known := m.Filter.Peek()
		off, _ := m.Disabled.Peek()
		told = append(told, fmt.Sprintf("%s %s %s %q %v %v", m.Type(), m.Project, m.Bucket, filter, known, off))
	}
	want := []string{
		"logging.googleapis.com/user/off " + gcptest.Number + `  "" false true`,
		"logging.googleapis.com/user/own " + gcptest.Number + " projects/" + gcptest.Number + `/locations/global/buckets/b "a" true false`,
		`logging.googleapis.com/user/central 9 projects/9/locations/eu/buckets/all "b" true false`,
	}
	if strings.Join(told, "\n") != strings.Join(want, "\n") {
		t.Errorf("%q", told)
	}
	alerts, _ := p.Alerts.Peek()
	var names []string
	for _, a := range alerts {
		names = append(names, a.Name)
	}
	if fmt.Sprint(names) != "[log own scoping central]" {
		t.Fatal(names)
	}
	own, _ := alerts[1].Conditions.Peek()
	ways, _ := alerts[1].Channels.Peek()
	first, second := own[0], own[1]
	if v, _ := first.Threshold.Peek(); v != 0.5 || !first.Rate || first.Period != 300 || first.Compared || !second.Compared || first.Several || !second.Several || len(ways) != 1 {
		t.Errorf("%+v %v", own, ways)
	}
	if n, _ := first.Duration.Peek(); n != 60 {
		t.Errorf("for %d s", n)
	}
	if _, known := second.Duration.Peek(); known {
		t.Error("a duration that is none is known")
	}
	if un, _ := ways[0].Unverified.Peek(); !un {
		t.Errorf("%+v", ways)
	}
	if on, known := alerts[0].Enabled.Peek(); on || known {
		t.Error("a policy that does not say whether it is enabled counts as one that does")
	}
	if bad, _ := alerts[0].Invalid.Peek(); !bad {
		t.Error("an invalid policy counts as valid")
	}
	if all, _ := alerts[0].All.Peek(); !all {
		t.Error("conditions without a combiner are not all needed")
	}
}

func TestBuckets(t *testing.T) {
	const full = "//logging.googleapis.com/projects/" + gcptest.Number + "/locations/global/buckets/"
	inv := gcptest.Collect(t, `{"assets":[`+asset("logging.googleapis.com/LogBucket", full+"a", inProject, `{"lifecycleState":"ACTIVE","locked":true,"retentionDays":400}`)+","+
		asset("logging.googleapis.com/LogBucket", full+"b", inProject, `{}`)+`]}`, Buckets)
	var gaps inventory.Gaps
	for b := range Buckets.All(inv, &gaps) {
		locked, _ := b.Locked.Peek()
		days, _ := b.RetentionDays.Peek()
		if b.ID == "a" != locked || b.ID == "a" && days != 400 {
			t.Errorf("%+v", b)
		}
	}
	if len(gaps) > 0 {
		t.Error(gaps)
	}
}

func TestRefused(t *testing.T) {
	d := &gcpfake.Double{}
	if err := d.Load([]byte(`{"refused":{"https://cloudasset.googleapis.com/v1/` + gcptest.Parent + `/assets":"403 IAM_PERMISSION_DENIED"}}`)); err != nil {
		t.Fatal(err)
	}
	p := the(t, gcptest.Over(t, d, ProjectSinks, ProjectMetrics, ProjectAlerts, ProjectExports))
	for i, gap := range []func() (inventory.Gap, bool){p.Sinks.Gap, p.Metrics.Gap, p.Alerts.Gap, p.Exports.Gap} {
		if g, missing := gap(); !missing || g.Reason != inventory.Denied || !strings.HasPrefix(g.Call, "Cloud Asset Inventory") {
			t.Errorf("%d: %+v", i, g)
		}
	}
}
