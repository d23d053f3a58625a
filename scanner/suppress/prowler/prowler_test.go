package prowler_test

import (
	"strings"
	"testing"

	"demarc/checks"
	"demarc/scanner/suppress"
	"demarc/scanner/suppress/prowler"
)

var known = []*checks.Check{
	{ID: "aws-iam-hardware-mfa", Aliases: []string{"prowler:iam_user_hardware_mfa_enabled"}},
	{ID: "aws-ec2-imds", Aliases: []string{"prowler:ec2_instance_imdsv2_enabled", "securityhub:EC2.8"}},
	{ID: "aws-ec2-volume", Aliases: []string{"prowler:ec2_ebs_volume_encryption"}},
	{ID: "aws-s3-versioning", Aliases: []string{"prowler:s3_bucket_object_versioning"}},
	{ID: "aws-lambda-public", Aliases: []string{"prowler:awslambda_function_url_public"}},
}

// list is a mute list with one rule.
func list(account, check, rest string) string {
	return "Mutelist:\n  Accounts:\n    \"" + account + "\":\n      Checks:\n        \"" + check + "\":\n          " + strings.ReplaceAll(rest, "; ", "\n          ") + "\n"
}

const all = `Regions: ["*"]; Resources: ["*"]`

func TestImport(t *testing.T) {
	for _, tc := range []struct {
		name, in string
		want     []string // check | resource | account | region | tag
		left     string
	}{
		{"all of a check", list("*", "iam_user_hardware_mfa_enabled", all), []string{"prowler:iam_user_hardware_mfa_enabled | | | |"}, ""},
		{"an account", list("123456789012", "iam_user_hardware_mfa_enabled", all), []string{"prowler:iam_user_hardware_mfa_enabled | | 123456789012 | |"}, ""},
		{"resources", list("*", "s3_bucket_object_versioning", `Regions: ["eu-west-1", "us-east-1"]; Resources: ["ci-logs", ".+-logs", "^exact$", "a|b.*"]`),
			[]string{"prowler:s3_bucket_object_versioning | *ci-logs*,*?*-logs*,exact,*a*,*b* | | eu-west-1,us-east-1 |"}, ""},
		{"a service", list("*", "ec2_*", all), []string{"prowler:ec2_ebs_volume_encryption,prowler:ec2_instance_imdsv2_enabled | | | |"}, ""},
		{"lambda", list("*", "lambda_function_url_public", all), []string{"prowler:awslambda_function_url_public | | | |"}, ""},
		{"every check", list("1", "*", all), []string{"* | | 1 | |"}, ""},
		{"tags, all of them", list("*", "*", all+`; Tags: ["test=test", "project=test|project=stage"]`), []string{"* | | | | test=test,project=test", "* | | | | test=test,project=stage"}, ""},
		{"tags, either", list("*", "*", all+`; Tags: ["test=test|project=(test|dev)"]`), []string{"* | | | | test=test", "* | | | | project=test", "* | | | | project=dev"}, ""},
		{"any value", list("*", "*", all+`; Tags: ["env=.*"]`), []string{"* | | | | env=*"}, ""},
		{"letters", list("*", "*", all+`; Tags: ["env=a|env=b"]`), []string{"* | | | | env=a", "* | | | | env=b"}, ""},
		{"regions", list("*", "ec2_instance_imdsv2_enabled", `Regions: ["eu-.*"]; Resources: ["*"]`), []string{"prowler:ec2_instance_imdsv2_enabled | | | eu-* |"}, ""},
		{"a star at the beginning", list("*", "ec2_instance_imdsv2_enabled", `Regions: ["*"]; Resources: ["*-logs"]`), []string{"prowler:ec2_instance_imdsv2_enabled | *-logs* | | |"}, ""},
		{"no exceptions after all", list("*", "ec2_instance_imdsv2_enabled", all+`; Exceptions: {Accounts: [], Tags: []}`), []string{"prowler:ec2_instance_imdsv2_enabled | | | |"}, ""},

		{"everything", list("*", "*", all), nil, "it mutes everything"},
		{"unknown", list("*", "ecs_task_definitions_no_environment_secrets", all), nil, `f.yaml:5: account "*", check "ecs_task_definitions_no_environment_secrets": no check is known by that name`},
		{"exceptions", list("*", "ec2_instance_imdsv2_enabled", all+`; Exceptions: {Accounts: ["1"]}`), nil, "it has exceptions"},
		{"an expression", list("*", "ec2_instance_imdsv2_enabled", `Regions: ["*"]; Resources: ["i-[0-9a-f]+"]`), nil, `its resources: "i-[0-9a-f]+" is more of a regular expression`},
		{"case", list("*", "ec2_instance_imdsv2_enabled", `Regions: ["*"]; Resources: ["(?i)x"]`), nil, "is more of a regular expression"},
		{"Python's own", list("*", "ec2_instance_imdsv2_enabled", `Regions: ["*"]; Resources: ["(?!prod)"]`), nil, "is no regular expression that is understood here"},
		{"a broken check", list("*", "ec2_(", all), nil, "its check is no regular expression"},
		{"no resources", list("*", "ec2_instance_imdsv2_enabled", `Regions: ["*"]; Resources: []`), nil, "mutes nothing"},
		{"accounts", list("12*", "ec2_instance_imdsv2_enabled", all), nil, "its account is a pattern"},
		{"a tag without a value", list("*", "*", all+`; Tags: ["env"]`), nil, "is not of the form key=value"},
		{"a star in the text", list("*", "ec2_instance_imdsv2_enabled", `Regions: ["*"]; Resources: ["a\\*b"]`), nil, "more of a regular expression"},
	} {
		drafts, left, err := prowler.Import("f.yaml", []byte(tc.in), known)
		if err != nil {
			t.Errorf("%s: %v\n%s", tc.name, err, tc.in)
			continue
		}
		var got, said []string
		for _, d := range drafts {
			j := func(l []string) string { return strings.Join(l, ",") }
			got = append(got, strings.Join(strings.Fields(strings.Join([]string{j(d.Check), j(d.Resource), j(d.Account), j(d.Region), j(d.Tag)}, " | ")), " "))
		}
		for _, l := range left {
			said = append(said, l.String())
		}
		if strings.Join(got, "; ") != strings.Join(tc.want, "; ") || (tc.left == "") != (len(left) == 0) || !strings.Contains(strings.Join(said, "\n"), tc.left) {
			t.Errorf("%s: %q, left %q", tc.name, got, said)
		}
	}
}

// What is written is a file of suppressions, once it is signed.
func TestImportedIsRead(t *testing.T) {
	in := list("123456789012", "s3_bucket_object_versioning", `Regions: ["eu-west-1"]; Resources: ["a", ": #"]; Tags: ["env=dev"]; Description: "x: y # z"`) +
		"        \"*\":\n          Regions: [\"*\"]\n          Resources: [\"first\"]\n        \"*\":\n          Regions: [\"*\"]\n          Resources: [\"last\"]\n"
	drafts, left, err := prowler.Import("f.yaml", []byte(in), known)
	if err != nil || len(left) > 0 || len(drafts) != 2 || drafts[1].Resource[0] != "*last*" {
		t.Fatal(drafts, left, err)
	}
	for i := range drafts {
		drafts[i].ID = string(rune('a' + i))
	}
	if _, err := suppress.Parse("s.yaml", []byte(suppress.Write(drafts)), known); err == nil || strings.Count(err.Error(), "is not filled in") != 7 {
		t.Errorf("unsigned: %v", err)
	}
	for i := range drafts {
		drafts[i].Owner, drafts[i].Approver, drafts[i].Expires = "jane", "joe", "2027-01-01"
	}
	drafts[1].Reason = "r"
	b, err := suppress.Parse("s.yaml", []byte(suppress.Write(drafts)), known)
	if err != nil || b.All[0].Reason != "x: y # z" || b.All[0].Resource[1] != "*: #*" {
		t.Errorf("%v\n%s", err, suppress.Write(drafts))
	}
	if b, err := suppress.Parse("s.yaml", []byte(suppress.Write(nil)), known); err != nil || len(b.All) != 0 {
		t.Error(err)
	}
}

func TestWhatIsNoMuteList(t *testing.T) {
	for in, want := range map[string]string{
		"":                                   "fields are expected here, not nothing",
		"suppressions: []\n":                 `the field "Mutelist" is missing: this is no mute list`,
		"Mutelist:\n  Accounts:\n  \"*\":\n": "fields are expected here, not nothing",
		list("*", "x", `Regions: "*"; Resources: ["*"]`):    "a list is expected",
		list("*", "x", `Regions: ["*"]; Resource: ["*"]`):   `f.yaml:7:11: unknown field "Resource"`,
		list("*", "x", `Regions: [true]; Resources: ["*"]`): "text is expected",
	} {
		if _, _, err := prowler.Import("f.yaml", []byte(in), known); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", in, err, want)
		}
	}
}

func FuzzImport(f *testing.F) {
	f.Add([]byte(list("*", "ec2_*", all+`; Tags: ["a=b|c=d"]; Exceptions: {Regions: [x]}`)))
	f.Add([]byte(list("1", "*", `Regions: ["eu-.*"]; Resources: ["(a|b)(c|d)[e-g]?"]`)))
	f.Fuzz(func(t *testing.T, in []byte) {
		drafts, _, err := prowler.Import("f", in, known)
		if err != nil {
			return
		}
		for i := range drafts {
			drafts[i].ID, drafts[i].Reason = "x"+strings.Repeat("y", i), "r"
			drafts[i].Owner, drafts[i].Approver, drafts[i].Expires = "jane", "joe", "2027-01-01"
		}
		if _, err := suppress.Parse("s", []byte(suppress.Write(drafts)), known); err != nil {
			t.Errorf("what was imported is not read: %v\n%s", err, suppress.Write(drafts))
		}
	})
}
