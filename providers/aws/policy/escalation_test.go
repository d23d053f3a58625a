package policy

import (
	"slices"
	"strings"
	"testing"
)

// actionList writes the actions of a method as JSON.
func actionList(m method, without int) string {
	var list []string
	for i, n := range m.needs {
		if i != without {
			list = append(list, `"`+n.action+`"`)
		}
	}
	return "[" + strings.Join(list, ",") + "]"
}

// pathOf returns the path of a method, if it is listed.
func pathOf(p Permissions, id string) (Path, bool) {
	for _, path := range Escalations(p) {
		if path.ID == id {
			return path, true
		}
	}
	return Path{}, false
}

func TestCatalogue(t *testing.T) {
	if n := len(catalogue()); n < 25 {
		t.Fatalf("only %d methods", n)
	}
	seen := map[string]bool{}
	for _, m := range catalogue() {
		if seen[m.id] || m.name == "" || m.source == "" || !strings.HasSuffix(m.how, ".") {
			t.Errorf("%s: id taken or a text is missing", m.id)
		}
		seen[m.id] = true
	}
}

// TestEveryMethod runs each method through its positive case and the negatives
// by missing action, by Deny, by boundary and by resource scope.
func TestEveryMethod(t *testing.T) {
	for _, m := range catalogue() {
		t.Run(m.id, func(t *testing.T) {
			whole := identity(may(actionList(m, -1), everything, ""))
			path, ok := pathOf(effectiveOf(t, "", whole), m.id)
			if !ok || path.Narrow || path.Conditional || len(path.Actions) != len(m.needs) {
				t.Fatalf("positive case gives %+v, %v", path, ok)
			}
			if path, ok := pathOf(effectiveOf(t, admin, whole), m.id); !ok || path.Narrow {
				t.Errorf("wide boundary gives %+v, %v", path, ok)
			}
			for i, n := range m.needs {
				action := `"` + n.action + `"`
				if _, ok := pathOf(effectiveOf(t, "", whole, identity(mayNot(action, everything, ""))), m.id); ok {
					t.Errorf("listed with %s denied", n.action)
				}
				bounds := identity(may(everything, everything, ""), mayNot(action, everything, ""))
				if _, ok := pathOf(effectiveOf(t, bounds, whole), m.id); ok {
					t.Errorf("listed with %s outside the boundary", n.action)
				}
				if len(m.needs) > 1 {
					if _, ok := pathOf(effectiveOf(t, "", identity(may(actionList(m, i), everything, ""))), m.id); ok {
						t.Errorf("listed without %s", n.action)
					}
				}
				checkScope(t, m, i)
			}
		})
	}
}

// checkScope limits one action of a method to a named resource.
func checkScope(t *testing.T, m method, i int) {
	t.Helper()
	n := m.needs[i]
	service, _, _ := strings.Cut(n.action, ":")
	if n.service != "" {
		service = n.service
	}
	region := "us-east-1"
	if service == "iam" {
		region = ""
	}
	prefix := `"arn:aws:` + service + `:` + region + `:111111111111:` + n.resource
	limited := func(resource string) Permissions {
		rest := identity(may(`["none:None"]`, everything, ""))
		if len(m.needs) > 1 {
			rest = identity(may(actionList(m, i), everything, ""))
		}
		return effectiveOf(t, "", rest, identity(may(`"`+n.action+`"`, resource, "")))
	}
	for _, resource := range []string{prefix + `named"`, prefix + `app-*"`} {
		path, ok := pathOf(limited(resource), m.id)
		if !ok || path.Narrow != (n.target != some) {
			t.Errorf("%s on %s gives narrow %v, %v", n.action, resource, path.Narrow, ok)
		}
	}
	if path, ok := pathOf(limited(prefix+`*"`), m.id); !ok || path.Narrow {
		t.Errorf("%s on every resource of an account gives narrow %v, %v", n.action, path.Narrow, ok)
	}
}

func TestPassedToService(t *testing.T) {
	condition := func(operator, value string) string { return `"` + operator + `":{"iam:PassedToService":` + value + `}` }
	cases := []struct {
		name, condition   string
		want, conditional bool
	}{
		{"none", "", true, false},
		{"the service", condition("StringEquals", `"lambda.amazonaws.com"`), true, false},
		{"another service", condition("StringEquals", `"ec2.amazonaws.com"`), false, false},
		{"a list", condition("StringEquals", `["ec2.amazonaws.com","lambda.amazonaws.com"]`), true, false},
		{"a pattern", condition("StringLike", `"*.amazonaws.com"`), true, false},
		{"if exists", condition("StringEqualsIfExists", `"lambda.amazonaws.com"`), true, false},
		{"not the service", condition("StringNotEquals", `"lambda.amazonaws.com"`), false, false},
		{"not another service", condition("StringNotEquals", `"ec2.amazonaws.com"`), true, false},
		{"another condition", `"StringEquals":{"iam:AssociatedResourceArn":"x"}`, true, true},
	}
	for _, c := range cases {
		p := effectiveOf(t, "", identity(may(`["lambda:CreateFunction","lambda:InvokeFunction"]`, everything, ""), may(`"iam:PassRole"`, everything, c.condition)))
		path, ok := pathOf(p, "lambda-create-invoke")
		if ok != c.want || path.Conditional != c.conditional {
			t.Errorf("%s: %+v, %v", c.name, path, ok)
		}
	}
}

func TestEscalationOnSelf(t *testing.T) {
	self := func(action string) Permissions {
		return effectiveOf(t, "", identity(may(`"`+action+`"`, `"arn:aws:iam::*:user/${aws:username}"`, "")))
	}
	if _, ok := pathOf(self("iam:CreateAccessKey"), "iam-create-access-key"); ok {
		t.Error("a key for oneself is listed")
	}
	if path, ok := pathOf(self("iam:PutUserPolicy"), "iam-put-user-policy"); !ok || path.Narrow {
		t.Errorf("a policy on oneself gives %+v, %v", path, ok)
	}
}

func TestEscalationScopes(t *testing.T) {
	create := func(resource string) (Path, bool) {
		return pathOf(effectiveOf(t, "", identity(may(`"iam:PutRolePolicy"`, resource, ""))), "iam-put-role-policy")
	}
	for resource, narrow := range map[string]bool{
		`"*"`: false, `"arn:aws:iam::*:role/*"`: false, `"arn:aws:iam::123:role/*"`: false,
		`"arn:aws-cn:iam::111111111111:*"`: false, `["arn:aws:iam::111111111111:role/a","arn:aws:iam::111111111111:role/b"]`: true,
		`"arn:aws:iam::111111111111:role/service-role/*"`: true,
	} {
		if path, ok := create(resource); !ok || path.Narrow != narrow {
			t.Errorf("%s: narrow %v, %v", resource, path.Narrow, ok)
		}
	}
	if _, ok := create(`"arn:aws:iam::111111111111:user/*"`); ok {
		t.Log("a user is no role, but the policy does not say so")
	}
	p := effectiveOf(t, identity(may(everything, `"arn:aws:iam::111111111111:role/app-*"`, "")), admin)
	if path, ok := pathOf(p, "iam-put-role-policy"); !ok || !path.Narrow {
		t.Errorf("a boundary on some roles gives %+v, %v", path, ok)
	}
	p = effectiveOf(t, "", admin, identity(mayNot(`"iam:*"`, `"arn:aws:iam::111111111111:role/admin"`, "")))
	if path, ok := pathOf(p, "iam-put-role-policy"); !ok || path.Narrow {
		t.Errorf("a Deny on one role gives %+v, %v", path, ok)
	}
	ids := []string{}
	for _, path := range Escalations(effectiveOf(t, "", admin)) {
		ids = append(ids, path.ID)
	}
	if len(ids) != len(catalogue()) || !slices.Contains(ids, "ssm-send-command") {
		t.Errorf("an administrator has %d paths", len(ids))
	}
	if got := Escalations(effectiveOf(t, "", identity(may(`["s3:*","iam:Get*","iam:List*"]`, everything, "")))); len(got) > 0 {
		t.Errorf("a reader has %+v", got)
	}
}
