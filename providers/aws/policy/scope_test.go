package policy

import "testing"

// parsed reads a document that must be right.
func parsed(t testing.TB, text string) Document {
	t.Helper()
	doc, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// raw writes a statement with actions and resources given as JSON.
func raw(effect, action, resource, condition string) string {
	return `{"Effect":"` + effect + `","Principal":"*",` + action + `,"Resource":` + resource + conditionOf(condition) + `}`
}

func TestGrantsAny(t *testing.T) {
	const objects, bucket = `"arn:aws:s3:::b/*"`, `"arn:aws:s3:::b"`
	cases := []struct {
		name       string
		doc        string
		read, list bool
		write      bool
		perms      bool
	}{
		{"read", policyOf(raw(Allow, `"Action":"s3:GetObject"`, objects, "")), true, false, false, false},
		{"list", policyOf(raw(Allow, `"Action":"s3:List*"`, bucket, "")), false, true, false, false},
		{"write", policyOf(raw(Allow, `"Action":["s3:PutObject"]`, objects, "")), false, false, true, false},
		{"acl", policyOf(raw(Allow, `"Action":"s3:PutObjectAcl"`, objects, "")), false, false, true, true},
		{"all", policyOf(raw(Allow, `"Action":"s3:*"`, objects, "")), true, true, true, true},
		{"star", policyOf(raw(Allow, `"Action":"*"`, objects, "")), true, true, true, true},
		{"odd pattern", policyOf(raw(Allow, `"Action":"s3:?etObject"`, objects, "")), true, false, false, false},
		{"not action", policyOf(raw(Allow, `"NotAction":["s3:Put*","s3:Delete*","s3:Rep*","s3:Res*","s3:Abort*","s3:Upd*","s3:Obj*","s3:Bypass*"]`, objects, "")), true, true, false, false},
		{"deny writes", policyOf(raw(Allow, `"Action":"s3:*"`, objects, ""), raw(Deny, `"NotAction":["s3:Get*","s3:List*"]`, `"*"`, "")), true, true, false, false},
		{"deny get elsewhere", policyOf(raw(Allow, `"Action":"s3:GetObject"`, objects, ""), raw(Deny, `"Action":"s3:Get*"`, `"arn:aws:s3:::b/x/*"`, "")), true, false, false, false},
	}
	for _, c := range cases {
		r := Access(parsed(t, c.doc), contextFor("s3", false))
		if len(r.Grants) != 1 || r.Grants[0].Who.Kind != Public {
			t.Errorf("%s: grants are %v", c.name, render(r))
			continue
		}
		g := r.Grants[0]
		if AllowsRead(g) != c.read || AllowsList(g) != c.list || AllowsWrite(g) != c.write || AllowsPermissions(g) != c.perms {
			t.Errorf("%s: read %v list %v write %v permissions %v", c.name, AllowsRead(g), AllowsList(g), AllowsWrite(g), AllowsPermissions(g))
		}
	}
}

func TestResourceOfContext(t *testing.T) {
	doc := parsed(t, policyOf(raw(Allow, `"Action":"*"`, `"*"`, ""), raw(Deny, `"Action":"s3:*"`, `["arn:aws:s3:::b","arn:aws:s3:::b/*"]`, "")))
	ctx := contextFor("s3", false)
	if !Access(doc, ctx).Has(Public) {
		t.Error("a Deny on a named bucket takes away an Allow on every resource")
	}
	ctx.Resource = "arn:aws:s3:::b"
	if r := Access(doc, ctx); len(r.Grants) > 0 {
		t.Errorf("grants are %v", render(r))
	}
}

func TestGrantWords(t *testing.T) {
	doc := parsed(t, policyOf(allowAll(`"StringEquals":{"foo:bar":"x"},"Bool":{"aws:SecureTransport":"true"}`)))
	g := Access(doc, contextFor("s3", false)).Grants[0]
	want := "foo:bar is not understood and taken as no limit; only with Bool on aws:SecureTransport"
	if g.Conditioned != want || len(g.Keys) != 2 {
		t.Errorf("got %q, %q", g.Conditioned, g.Keys)
	}
	r := Access(parsed(t, policyOf(allowAll(`"StringEquals":{"aws:PrincipalArn":"${aws:x}"}`))), contextFor("s3", false))
	if len(r.Undecided) != 1 || !r.MayHave(Public) || r.Has(Public) || len(r.Of(Public)) != 0 {
		t.Errorf("got %+v", r)
	}
}

func TestRequiresTLS(t *testing.T) {
	const plain = `"Bool":{"aws:SecureTransport":"false"}`
	const both, objects, bucket = `["arn:aws:s3:::b","arn:aws:s3:::b/*"]`, `"arn:aws:s3:::b/*"`, `"arn:aws:s3:::b"`
	cases := []struct {
		name string
		doc  string
		want bool
	}{
		{"example", policyOf(raw(Deny, `"Action":"s3:*"`, both, plain)), true},
		{"star", policyOf(raw(Deny, `"Action":"*"`, `"*"`, plain)), true},
		{"if exists", policyOf(raw(Deny, `"Action":"s3:*"`, both, `"BoolIfExists":{"aws:SecureTransport":false}`)), true},
		{"two statements", policyOf(raw(Deny, `"Action":"s3:*"`, bucket, plain), raw(Deny, `"Action":"s3:*"`, objects, plain)), true},
		{"objects only", policyOf(raw(Deny, `"Action":"s3:*"`, objects, plain)), false},
		{"bucket only", policyOf(raw(Deny, `"Action":"s3:*"`, bucket, plain)), false},
		{"get only", policyOf(raw(Deny, `"Action":"s3:GetObject"`, both, plain)), false},
		{"not action", policyOf(raw(Deny, `"NotAction":"s3:GetObject"`, both, plain)), false},
		{"true", policyOf(raw(Deny, `"Action":"s3:*"`, both, `"Bool":{"aws:SecureTransport":"true"}`)), false},
		{"allow", policyOf(raw(Allow, `"Action":"s3:*"`, both, `"Bool":{"aws:SecureTransport":"true"}`)), false},
		{"further condition", policyOf(raw(Deny, `"Action":"s3:*"`, both, plain+`,"StringEquals":{"aws:SourceVpc":"vpc-1"}`)), false},
		{"one principal", policyOf(statement(Deny, aws(strange), plain)), false},
		{"version if exists", policyOf(raw(Deny, `"Action":"s3:*"`, both, `"NumericLessThanIfExists":{"s3:TlsVersion":"1.2"}`)), true},
		{"version", policyOf(raw(Deny, `"Action":"s3:*"`, both, `"NumericLessThan":{"s3:TlsVersion":"1.2"}`)), false},
		{"none", policyOf(), false},
	}
	for _, c := range cases {
		if ok, why := RequiresTLS(parsed(t, c.doc), "arn:aws:s3:::b"); ok != c.want || why == "" {
			t.Errorf("%s: %v, %s", c.name, ok, why)
		}
	}
	topic := `{"Effect":"Deny","Principal":"*","Action":"sns:Publish","Resource":"*","Condition":{` + plain + `}}`
	if ok, _ := RequiresTLS(parsed(t, policyOf(topic)), "arn:aws:sns:us-east-1:111111111111:t", "sns:Publish"); !ok {
		t.Error("a topic that denies sns:Publish does not count")
	}
	doc := parsed(t, policyOf(raw(Deny, `"Action":"s3:*"`, both, `"NumericLessThan":{"s3:TlsVersion":1.2}`)))
	if v, ok := MinTLS(doc, "arn:aws:s3:::b"); !ok || v != 1.2 {
		t.Errorf("MinTLS gives %v, %v", v, ok)
	}
	if _, ok := MinTLS(parsed(t, policyOf()), "arn:aws:s3:::b"); ok {
		t.Error("MinTLS finds a version in an empty policy")
	}
}
