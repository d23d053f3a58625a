package iam

import (
	"fmt"
	"strings"
	"time"

	"demarc/checks"
	"demarc/providers/aws"
	"demarc/providers/aws/iam"
	"demarc/providers/aws/policy"
	"demarc/providers/inventory"
)

func joined(words []string) string { return strings.Join(words, ", ") }

// days is how many whole days ago t was, by the clock of the scan.
func days(p *checks.Probe, t time.Time) int { return int(p.Inv.Now.Sub(t).Hours() / 24) }

// ago says how long ago t was, for messages and evidence; the zero time is never.
func ago(p *checks.Probe, t time.Time) string {
	if t.IsZero() {
		return "never"
	}
	return fmt.Sprintf("%d days ago", days(p, t))
}

// reported puts the age of what the credential report says into the evidence.
func reported(p *checks.Probe, c iam.Credentials) {
	if c.Generated.IsZero() {
		p.Evidence("reportGenerated", "before the user was made, who was asked about alone")
		return
	}
	p.Evidence("reportGenerated", c.Generated.UTC().Format(time.RFC3339))
}

// policyName is the name of a managed policy, read off its ARN.
func policyName(arn string) string { return arn[strings.LastIndex(arn, "/")+1:] }

// awsManaged reports whether arn is that of the AWS-managed policy of a name.
func awsManaged(arn, name string) bool {
	a, ok := aws.ParseARN(arn)
	return ok && a.Account == "aws" && policyName(arn) == name
}

// holders lists the users, groups and roles that have an AWS-managed policy
// attached. Roles of IAM Identity Center are among them: what is attached to
// them is the customer's choice.
func holders(p *checks.Probe, r inventory.Reader, name string) (all []string) {
	add := func(kind, id string, arns inventory.Known[[]string]) {
		list, _ := arns.Get(r)
		for _, arn := range list {
			if awsManaged(arn, name) {
				all = append(all, kind+" "+id)
			}
		}
	}
	for u := range iam.Users.All(p.Inv, r) {
		add("user", u.ID, u.Attached)
	}
	for g := range iam.Groups.All(p.Inv, r) {
		add("group", g.ID, g.Attached)
	}
	for role := range iam.Roles.All(p.Inv, r) {
		if !role.ServiceLinked() {
			add("role", role.ID, role.Attached)
		}
	}
	return all
}

// eachPolicy makes a Run over the customer-managed policies, eachInline one
// over the inline policies of users, groups and roles.
func eachPolicy(rule func(*checks.Probe, policy.Document)) checks.Run {
	return checks.Each(iam.Policies, func(p *checks.Probe, row *iam.Policy) {
		if d, ok := row.Document.Get(p); ok {
			rule(p, d)
		}
	})
}

func eachInline(rule func(*checks.Probe, policy.Document)) checks.Run {
	return checks.Each(iam.InlinePolicies, func(p *checks.Probe, row *iam.InlinePolicy) {
		if by := row.Managed(); by != "" {
			p.Skipf("%s", by)
			return
		}
		if d, ok := row.Document.Get(p); ok {
			rule(p, d)
		}
	})
}

// partitions are those that the patterns of a policy are asked about.
var partitions = [...]string{"aws", "aws-cn", "aws-us-gov"}

// allows reports whether a policy alone allows an action on all of a resource,
// without conditions.
func allows(d policy.Document, action string, resources ...string) bool {
	e := policy.Effective([]policy.Document{d}, nil)
	for _, r := range resources {
		if e.Can(action, r) == policy.Yes {
			return true
		}
	}
	return false
}
