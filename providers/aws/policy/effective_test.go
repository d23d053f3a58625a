package policy

import (
	"slices"
	"testing"
)

// identity writes an identity policy of statements without principals.
func identity(statements ...string) string { return policyOf(statements...) }

// may writes an Allow of an identity policy; actions and resources are JSON.
func may(actions, resources, condition string) string {
	return `{"Effect":"Allow","Action":` + actions + `,"Resource":` + resources + conditionOf(condition) + `}`
}

// mayNot writes a Deny of an identity policy.
func mayNot(actions, resources, condition string) string {
	return `{"Effect":"Deny","Action":` + actions + `,"Resource":` + resources + conditionOf(condition) + `}`
}

// mayAllBut writes an Allow with NotAction on every resource.
func mayAllBut(actions string) string {
	return `{"Effect":"Allow","NotAction":` + actions + `,"Resource":"*"}`
}

const (
	everything = `"*"`
	admin      = `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}`
)

// effectiveOf parses policies and an optional boundary ("" for none).
func effectiveOf(t testing.TB, boundary string, texts ...string) Permissions {
	t.Helper()
	var docs []Document
	for _, text := range texts {
		docs = append(docs, parsed(t, text))
	}
	if boundary == "" {
		return Effective(docs, nil)
	}
	b := parsed(t, boundary)
	return Effective(docs, &b)
}

func TestCan(t *testing.T) {
	const object = "arn:aws:s3:::b/x"
	cases := []struct {
		name, boundary   string
		policies         []string
		action, resource string
		want             Verdict
	}{
		{"nothing", "", nil, "s3:GetObject", object, No},
		{"allowed", "", []string{identity(may(`"s3:Get*"`, everything, ""))}, "s3:GetObject", object, Yes},
		{"other action", "", []string{identity(may(`"s3:Put*"`, everything, ""))}, "s3:GetObject", object, No},
		{"other resource", "", []string{identity(may(`"s3:*"`, `"arn:aws:s3:::c/*"`, ""))}, "s3:GetObject", object, No},
		{"second policy", "", []string{identity(may(`"s3:Put*"`, everything, "")), admin}, "s3:GetObject", object, Yes},
		{"denied", "", []string{admin, identity(mayNot(`"s3:*"`, everything, ""))}, "s3:GetObject", object, No},
		{"denied elsewhere", "", []string{admin, identity(mayNot(`"s3:*"`, `"arn:aws:s3:::c/*"`, ""))}, "s3:GetObject", object, Yes},
		{"denied in part", "", []string{admin, identity(mayNot(`"s3:*"`, `"arn:aws:s3:::c/*"`, ""))}, "s3:GetObject", "*", Conditional},
		{"denied under condition", "", []string{admin, identity(mayNot(`"*"`, everything, `"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}`))}, "s3:GetObject", object, Conditional},
		{"denied without TLS", "", []string{admin, identity(mayNot(`"*"`, everything, `"Bool":{"aws:SecureTransport":"false"}`))}, "s3:GetObject", object, Yes},
		{"denied by not action", "", []string{admin, identity(`{"Effect":"Deny","NotAction":"iam:*","Resource":"*"}`)}, "s3:GetObject", object, No},
		{"spared by not action", "", []string{admin, identity(`{"Effect":"Deny","NotAction":"s3:*","Resource":"*"}`)}, "s3:GetObject", object, Yes},
		{"under condition", "", []string{identity(may(`"s3:*"`, everything, `"Bool":{"aws:MultiFactorAuthPresent":"true"}`))}, "s3:GetObject", object, Conditional},
		{"with TLS", "", []string{identity(may(`"s3:*"`, everything, `"Bool":{"aws:SecureTransport":"true"}`))}, "s3:GetObject", object, Yes},
		{"not action", "", []string{identity(mayAllBut(`"iam:*"`))}, "s3:GetObject", object, Yes},
		{"within not action", "", []string{identity(mayAllBut(`"s3:Get*"`))}, "s3:GetObject", object, No},
		{"not resource", "", []string{identity(`{"Effect":"Allow","Action":"s3:*","NotResource":"arn:aws:s3:::b/*"}`)}, "s3:GetObject", object, No},
		{"not resource elsewhere", "", []string{identity(`{"Effect":"Allow","Action":"s3:*","NotResource":"arn:aws:s3:::c/*"}`)}, "s3:GetObject", object, Yes},
		{"within boundary", admin, []string{admin}, "s3:GetObject", object, Yes},
		{"outside boundary", identity(may(`"ec2:*"`, everything, "")), []string{admin}, "s3:GetObject", object, No},
		{"boundary allows nothing by itself", admin, nil, "s3:GetObject", object, No},
		{"denied by boundary", identity(may(`"*"`, everything, ""), mayNot(`"s3:*"`, everything, "")), []string{admin}, "s3:GetObject", object, No},
		{"boundary under condition", identity(may(`"*"`, everything, `"StringEquals":{"aws:RequestedRegion":"x"}`)), []string{admin}, "s3:GetObject", object, Conditional},
		{"variable", "", []string{identity(may(`"s3:*"`, `"arn:aws:s3:::b/${aws:username}"`, ""))}, "s3:GetObject", object, Conditional},
		{"part of the resource", "", []string{identity(may(`"s3:*"`, `"arn:aws:s3:::b/*"`, ""))}, "s3:GetObject", "*", No},
	}
	for _, c := range cases {
		if got := effectiveOf(t, c.boundary, c.policies...).Can(c.action, c.resource); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestIsAdmin(t *testing.T) {
	cases := []struct {
		name, boundary string
		policies       []string
		want           bool
	}{
		{"nothing", "", nil, false},
		{"star", "", []string{admin}, true},
		{"star colon star", "", []string{identity(may(`"*:*"`, everything, ""))}, true},
		{"all of IAM only", "", []string{identity(may(`"iam:*"`, everything, ""))}, false},
		{"one bucket", "", []string{identity(may(`"*"`, `"arn:aws:s3:::b"`, ""))}, false},
		{"all but IAM", "", []string{identity(mayAllBut(`["iam:*","organizations:*"]`))}, false},
		{"all but one IAM action", "", []string{identity(mayAllBut(`"iam:CreateUser"`))}, true},
		{"all but billing", "", []string{identity(mayAllBut(`"aws-portal:*"`))}, true},
		{"with MFA", "", []string{identity(may(`"*"`, everything, `"Bool":{"aws:MultiFactorAuthPresent":"true"}`))}, true},
		{"deny without MFA", "", []string{admin, identity(mayNot(`"*"`, everything, `"Bool":{"aws:MultiFactorAuthPresent":"false"}`))}, true},
		{"IAM denied", "", []string{admin, identity(mayNot(`"iam:*"`, everything, ""))}, false},
		{"one bucket denied", "", []string{admin, identity(mayNot(`"s3:*"`, `"arn:aws:s3:::b"`, ""))}, true},
		{"boundary", identity(may(`"s3:*"`, everything, "")), []string{admin}, false},
		{"wide boundary", admin, []string{admin}, true},
	}
	for _, c := range cases {
		if got := IsAdmin(effectiveOf(t, c.boundary, c.policies...)); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestFullService(t *testing.T) {
	doc := parsed(t, identity(
		may(`["ec2:*","ec2:Describe*"]`, everything, ""), may(`"S3:*"`, `"arn:aws:s3:::b"`, ""),
		mayNot(`"iam:*"`, everything, ""), may(`"*"`, everything, ""), may(`"sqs:Send*"`, everything, "")))
	want := []ServiceWide{{0, "ec2", true}, {1, "s3", false}, {3, "*", true}}
	if got := FullService(doc); !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

func TestDecryptsAllKeys(t *testing.T) {
	key := `"arn:aws:kms:us-east-1:111111111111:key/1234"`
	cases := []struct {
		name, doc string
		want      bool
	}{
		{"all", identity(may(`"kms:Decrypt"`, everything, "")), true},
		{"re-encrypt", identity(may(`"kms:ReEncrypt*"`, everything, "")), true},
		{"all keys of an account", identity(may(`"kms:*"`, `"arn:aws:kms:*:111111111111:key/*"`, "")), true},
		{"all of the service", identity(may(`"kms:*"`, `"arn:aws:kms:*"`, "")), true},
		{"one key", identity(may(`"kms:Decrypt"`, key, "")), false},
		{"aliases", identity(may(`"kms:Decrypt"`, `"arn:aws:kms:*:*:alias/*"`, "")), false},
		{"encrypt", identity(may(`"kms:Encrypt"`, everything, "")), false},
		{"condition", identity(may(`"kms:Decrypt"`, everything, `"StringEquals":{"kms:ViaService":"s3.us-east-1.amazonaws.com"}`)), true},
		{"denied", identity(may(`"kms:Decrypt"`, everything, ""), mayNot(`"kms:*"`, everything, "")), false},
		{"not action", identity(mayAllBut(`"iam:*"`)), true},
		{"not resource", identity(`{"Effect":"Allow","Action":"kms:Decrypt","NotResource":` + key + `}`), true},
	}
	for _, c := range cases {
		if got := len(DecryptsAllKeys(parsed(t, c.doc))) > 0; got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
	if !HasAction(parsed(t, admin), "kms:Decrypt") || HasAction(parsed(t, identity(may(`"s3:*"`, everything, ""))), "kms:Decrypt") {
		t.Error("HasAction is wrong")
	}
}
