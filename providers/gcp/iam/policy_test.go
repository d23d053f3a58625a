package iam

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"demarc/providers/gcp"
	"demarc/providers/gcp/gcpfake"
	"demarc/providers/gcp/gcptest"
	"demarc/providers/inventory"
)

// under is the way into a double by a root: the inventory of the root itself,
// and that of the one project, as a scan makes them.
func under(t *testing.T, parent, text string, needs ...inventory.Source) (top, project *inventory.Inventory) {
	t.Helper()
	d := &gcpfake.Double{}
	if err := d.Load([]byte(text)); err != nil {
		t.Fatal(err)
	}
	root := gcp.NewRoot(parent, "test", d, gcp.Settings{MaxAttempts: 1, RetryDelay: time.Microsecond})
	up := inventory.Scope{Level: inventory.AtOrganization, Provider: "gcp", Account: parent, Session: &gcp.Session{Root: root}}.Root()
	o := inventory.Options{Classify: gcp.Classify, Log: func(source string, s inventory.Scope, err error) { t.Logf("%s in %s: %v", source, s, err) }}
	top = inventory.Collect(t.Context(), inventory.Target{Provider: "gcp", Account: parent, Scopes: []inventory.Scope{*up}}, needs, o)
	project = inventory.Collect(t.Context(), inventory.Target{Provider: "gcp", Account: gcptest.Number, Scopes: []inventory.Scope{{
		Level: inventory.AtAccount, Provider: "gcp", Account: gcptest.Number, Up: up, Session: &gcp.Session{Root: root, Number: gcptest.Number, ProjectID: gcptest.ProjectID},
	}}}, needs, o)
	return top, project
}

// policy is an asset with a binding for each of who, the closest of above first.
func policy(kind, name, above string, who ...string) string {
	var bindings []string
	for _, w := range who {
		bindings = append(bindings, `{"role":"roles/viewer","members":["`+w+`"]}`)
	}
	return fmt.Sprintf(`{"name":%q,"assetType":%q,"ancestors":[%s],"iamPolicy":{"bindings":[%s]}}`, name, kind, above, strings.Join(bindings, ","))
}

const (
	inProject = `"projects/` + gcptest.Number + `","folders/20","folders/10","organizations/1"`
	crm       = "//cloudresourcemanager.googleapis.com/"
	bucket    = "storage.googleapis.com/Bucket"
)

var (
	organizationPolicy = policy(organization, crm+"organizations/1", `"organizations/1"`, "user:org@example.com")
	outerPolicy        = policy(folder, crm+"folders/10", `"folders/10","organizations/1"`, "user:outer@example.com")
	innerPolicy        = policy(folder, crm+"folders/20", `"folders/20","folders/10","organizations/1"`, "user:inner@example.com")
	otherPolicy        = policy(folder, crm+"folders/30", `"folders/30","organizations/1"`, "user:other@example.com")
	sourcePolicy       = policy("securitycenter.googleapis.com/Source", "//securitycenter.googleapis.com/organizations/1/sources/5", `"organizations/1"`, "user:scc@example.com")
	projectPolicy      = policy("cloudresourcemanager.googleapis.com/Project", crm+"projects/"+gcptest.Number, inProject, "user:project@example.com")
	bucketPolicy       = policy(bucket, "//storage.googleapis.com/b", inProject, "allUsers", "user:bucket@example.com")
	foreignPolicy      = policy(bucket, "//storage.googleapis.com/c", `"projects/9","organizations/1"`, "allUsers")
	projectAsset       = `{"name":"` + crm + `projects/` + gcptest.Number + `","assetType":"cloudresourcemanager.googleapis.com/Project","ancestors":[` + inProject + `],"resource":{"data":{}}}`
)

func text(policies ...string) string {
	return `{"assets":[` + projectAsset + `],"policies":[` + strings.Join(policies, ",") + `],`
}

// members lists who has grants in the policies of t, by place.
func members(t *inventory.Type[Policy], inv *inventory.Inventory) (all []string, gaps inventory.Gaps) {
	for p := range t.All(inv, &gaps) {
		bindings, _ := p.Bindings.Get(&gaps)
		for _, b := range bindings {
			all = append(all, p.ID+" "+strings.Join(b.Members, " "))
		}
	}
	return all, gaps
}

// What is inherited is the same from whichever root a project is scanned: what
// is below the root is listed, what is above it is asked for.
func TestInherited(t *testing.T) {
	up := func(of, parent string) string {
		return fmt.Sprintf(`"https://cloudresourcemanager.googleapis.com/v3/%s":{"name":%q,"parent":%q}`, of, of, parent)
	}
	asked := func(of, who string) string {
		return fmt.Sprintf(`"https://cloudresourcemanager.googleapis.com/v3/%s:getIamPolicy":{"bindings":[{"role":"roles/viewer","members":[%q]}]}`, of, who)
	}
	organizationAsked, outerAsked, innerAsked := asked("organizations/1", "user:org@example.com"), asked("folders/10", "user:outer@example.com"), asked("folders/20", "user:inner@example.com")
	inherited := []string{"20 user:inner@example.com", "10 user:outer@example.com", "1 user:org@example.com"}
	for name, tc := range map[string]struct {
		root, data string
		above      []string // the root's own rows
		want       []string
		hidden     bool
	}{
		"organization": {root: "organizations/1", data: text(organizationPolicy, outerPolicy, innerPolicy, otherPolicy, sourcePolicy, projectPolicy, bucketPolicy) + `"get":{}}`,
			above: []string{"10 user:outer@example.com", "20 user:inner@example.com", "30 user:other@example.com", "1 user:org@example.com"}, want: inherited},
		"outer folder": {root: "folders/10", data: text(outerPolicy, innerPolicy, projectPolicy, bucketPolicy) + `"get":{` + up("folders/10", "organizations/1") + "," + organizationAsked + `}}`,
			above: []string{"10 user:outer@example.com", "20 user:inner@example.com"}, want: inherited},
		"inner folder": {root: "folders/20", data: text(innerPolicy, projectPolicy) + `"get":{` + up("folders/20", "folders/10") + "," + up("folders/10", "organizations/1") + "," + organizationAsked + "," + outerAsked + `}}`,
			above: []string{"20 user:inner@example.com"}, want: inherited},
		"project": {root: "projects/" + gcptest.ProjectID, data: text(projectPolicy, bucketPolicy) + `"get":{` + up("projects/"+gcptest.ProjectID, "folders/20") + "," + up("folders/20", "folders/10") + "," + up("folders/10", "organizations/1") + "," +
			organizationAsked + "," + outerAsked + "," + innerAsked + `}}`, want: inherited},
		"project of no organization": {root: "projects/" + gcptest.ProjectID, data: text(projectPolicy) + `"get":{` + up("projects/"+gcptest.ProjectID, "") + `}}`},
		"the organization refuses": {root: "folders/10", data: text(outerPolicy, innerPolicy) + `"get":{` + up("folders/10", "organizations/1") + `},"refused":{"https://cloudresourcemanager.googleapis.com/v3/organizations/1:getIamPolicy":"403 IAM_PERMISSION_DENIED"}}`,
			above: []string{"10 user:outer@example.com", "20 user:inner@example.com"}, want: inherited[:2], hidden: true},
		"a folder on the way refuses": {root: "folders/20", data: text(innerPolicy) + `"get":{` + up("folders/20", "folders/10") + `},"refused":{"https://cloudresourcemanager.googleapis.com/v3/folders/10":"403 IAM_PERMISSION_DENIED"}}`,
			above: []string{"20 user:inner@example.com"}, want: inherited[:1], hidden: true},
		"the project refuses":       {root: "projects/" + gcptest.ProjectID, data: text(projectPolicy) + `"refused":{"https://cloudresourcemanager.googleapis.com/v3/projects/` + gcptest.ProjectID + `":"403 IAM_PERMISSION_DENIED"}}`, hidden: true},
		"the project is not listed": {root: "organizations/1", data: `{"assets":[],"policies":[` + organizationPolicy + `]}`, above: []string{"1 user:org@example.com"}, hidden: true},
	} {
		t.Run(name, func(t *testing.T) {
			top, project := under(t, tc.root, tc.data, Policies, Above, Inherited)
			got, gaps := members(Inherited, project)
			slices.Sort(got)
			want := slices.Sorted(slices.Values(tc.want))
			if !slices.Equal(got, want) || len(gaps) > 0 != tc.hidden {
				t.Errorf("inherited %q with %v, want %q", got, gaps, want)
			}
			for p := range Inherited.All(project, &gaps) {
				bindings, _ := p.Bindings.Peek()
				if listed := slices.Contains(tc.above, p.ID+" "+bindings[0].Members[0]); p.Outside == listed {
					t.Errorf("%s is above the root: %v", p.ID, p.Outside)
				}
			}
			own := 0
			var ignored inventory.Gaps
			for range Inherited.Own(project, &ignored) {
				own++
			}
			if own > 0 {
				t.Error("the project has findings about what is above it")
			}
			if got, gaps := members(Above, top); !slices.Equal(got, tc.above) || len(gaps) > 0 {
				t.Errorf("the root's own %q with %v, want %q", got, gaps, tc.above)
			}
			if _, gaps := members(Above, project); len(gaps) == 0 {
				t.Error("a project takes what its root lists for known")
			}
		})
	}
}

// The policies of a project and of what is in it, over several pages.
func TestPolicies(t *testing.T) {
	conditional := `{"name":"//iam.googleapis.com/projects/` + gcptest.ProjectID + `/serviceAccounts/77","assetType":"iam.googleapis.com/ServiceAccount","ancestors":[` + inProject + `],
		"iamPolicy":{"bindings":[{"role":"roles/iam.serviceAccountUser","members":["user:a@example.com"],"condition":{"title":"till May","expression":"request.time < timestamp(\"2027-05-01T00:00:00Z\")"}}],
		"auditConfigs":[{"service":"allServices","auditLogConfigs":[{"logType":"DATA_READ","exemptedMembers":["user:b@example.com"]},{"logType":"DATA_WRITE"}]}]}}`
	_, inv := under(t, "organizations/1", text(organizationPolicy, projectPolicy, bucketPolicy, foreignPolicy, conditional)+`"get":{}}`, Policies, Projects)
	var gaps inventory.Gaps
	n := 0
	for range Policies.Own(inv, &gaps) {
		n++
	}
	if n != 3 || len(gaps) > 0 {
		t.Fatalf("%d policies, %v", n, gaps)
	}
	of := func(full string) *Policy {
		p, ok := Of(inv, full).Get(&gaps)
		if !ok || p == nil {
			t.Fatalf("no policy of %s: %v", full, gaps)
		}
		return p
	}
	if _, who, public := of("//storage.googleapis.com/b").Public(&gaps); !public || who != "allUsers" {
		t.Error("allUsers is not seen")
	}
	row, _ := Projects.The(inv, "").Get(&gaps)
	project := of(row.Full)
	if _, _, public := project.Public(&gaps); public {
		t.Error("the project is public")
	}
	if on, _ := project.On.Peek(); on != "cloudresourcemanager.googleapis.com/Project" {
		t.Error(on)
	}
	account := of("//iam.googleapis.com/projects/" + gcptest.Number + "/serviceAccounts/77")
	bindings, _ := account.Bindings.Get(&gaps)
	audit, _ := account.Audit.Get(&gaps)
	if len(bindings) != 1 || !strings.HasPrefix(bindings[0].Condition, "request.time") {
		t.Errorf("%+v", bindings)
	}
	if len(audit) != 1 || len(audit[0].Logs) != 2 || len(audit[0].Logs[0].Exempted) != 1 || audit[0].Logs[1].Type != "DATA_WRITE" {
		t.Errorf("%+v", audit)
	}
	if p, ok := Of(inv, "//storage.googleapis.com/none").Get(&gaps); !ok || p != nil {
		t.Errorf("what is not listed has a policy: %v", p)
	}
}

// A policy of which a part is missing hides itself, and no other.
func TestPoliciesInPart(t *testing.T) {
	for name, bindings := range map[string]string{"no role": `{"members":["allUsers"]}`, "no members": `{"role":"roles/owner"}`} {
		broken := strings.Replace(projectPolicy, `"bindings":[`, `"bindings":[`+bindings+`,`, 1)
		_, inv := under(t, "organizations/1", text(broken, bucketPolicy)+`"get":{}}`, Policies)
		var gaps inventory.Gaps
		project, _ := Of(inv, crm+"projects/"+gcptest.Number).Get(&gaps)
		if _, known := project.Bindings.Peek(); known {
			t.Errorf("%s: the bindings are known", name)
		}
		other, _ := Of(inv, "//storage.googleapis.com/b").Get(&gaps)
		if _, known := other.Bindings.Peek(); !known || len(gaps) > 0 {
			t.Errorf("%s: another policy's bindings are not known, %v", name, gaps)
		}
	}
}

func TestPoliciesRefused(t *testing.T) {
	top, project := under(t, "organizations/1", `{"assets":[`+projectAsset+`],"refused":{"https://cloudasset.googleapis.com/v1/organizations/1/assets":"403 IAM_PERMISSION_DENIED"}}`, Policies, Above, Inherited)
	for _, got := range []struct {
		t   *inventory.Type[Policy]
		inv *inventory.Inventory
	}{{Policies, project}, {Inherited, project}, {Above, top}} {
		if _, gaps := members(got.t, got.inv); len(gaps) != 1 || gaps[0].Reason != inventory.Denied {
			t.Errorf("%s: %v", got.t.Kind, gaps)
		}
	}
}

func TestMembers(t *testing.T) {
	for email, want := range map[string]string{
		"service-123@gcp-sa-pubsub.iam.gserviceaccount.com":          "agent",
		"service-org-123@gcp-sa-logging.iam.gserviceaccount.com":     "agent",
		"p123-4567@gcp-sa-cloud-sql.iam.gserviceaccount.com":         "agent",
		"service-123@compute-system.iam.gserviceaccount.com":         "agent",
		"bq-123@bigquery-encryption.iam.gserviceaccount.com":         "agent",
		"123@cloudservices.gserviceaccount.com":                      "agent",
		"service-123@my-project.iam.gserviceaccount.com":             "", // named like one
		"deploy@gcp-sa-mine.iam.gserviceaccount.com":                 "",
		"deploy@my-project.iam.gserviceaccount.com":                  "",
		"123@cloudbuild.gserviceaccount.com":                         "", // runs the customer's builds
		"123-compute@developer.gserviceaccount.com":                  "default",
		"my-project@appspot.gserviceaccount.com":                     "default",
		"123-compute@my-project.iam.gserviceaccount.com":             "",
		"firebase-adminsdk-x1y2z@my-project.iam.gserviceaccount.com": "",
	} {
		got := ""
		switch {
		case Agent(email):
			got = "agent"
		case Default(email):
			got = "default"
		}
		if got != want {
			t.Errorf("%s is %q, want %q", email, got, want)
		}
	}
	if email, ok := AccountIn("serviceAccount:a@b"); !ok || email != "a@b" {
		t.Error("a service account is not seen")
	}
	if kind, _ := KindOf("deleted:serviceAccount:a@b?uid=1"); kind != "deleted" {
		t.Error(kind)
	}
}

func TestExpired(t *testing.T) {
	for condition, want := range map[string]bool{
		"": false, `request.time < timestamp("2026-11-24T08:59:59.000Z")`: true, `request.time < timestamp("2026-11-24T09:00:00Z")`: true,
		`request.time<timestamp('2020-01-01T00:00:00Z')`: true, `request.time < timestamp("2026-11-24T09:00:01Z")`: false,
		`request.time > timestamp("2020-01-01T00:00:00Z")`: false, `request.time < timestamp("soon")`: false, `!(request.time < timestamp("2020-01-01T00:00:00Z"))`: false,
		`request.time < timestamp("2020-01-01T00:00:00Z") || resource.name == "x"`: false, `resource.name == "x"`: false,
	} {
		if got := (Binding{Condition: condition}).Expired(time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)); got != want {
			t.Errorf("%s: %v", condition, got)
		}
	}
}
