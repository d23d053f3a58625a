package organizations

import (
	"fmt"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/ec2"
	"demarc/providers/aws/elbv2"
	"demarc/providers/aws/lambda"
	"demarc/providers/aws/organizations"
	"demarc/providers/aws/rds"
	"demarc/providers/inventory"
)

// ManagementWorkloads asks that the management account run nothing itself.
var ManagementWorkloads = &checks.Check{
	ID:       "aws-organizations-management-workloads",
	Title:    "The organization's management account runs no workloads",
	Why:      "No service control policy binds the management account: whoever takes over a workload in it is bound by nothing, and stands above every other account.",
	Severity: checks.Medium,
	Area:     checks.Configuration,
	Fix: checks.Fix{
		Console:   "AWS Organizations > Add an AWS account: make a member account, and move what runs in the management account there.",
		CLI:       "aws organizations create-account --email <address> --account-name <name>",
		Terraform: "resource \"aws_organizations_account\" \"workloads\" {\n  name  = \"workloads\"\n  email = \"aws-workloads@example.com\"\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"2.1.3"}},
	Link:     "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_best-practices_mgmt-acct.html",
	Needs:    []inventory.Source{organizations.AccountOrganization, ec2.Instances, elbv2.LoadBalancers, lambda.Functions, rds.DBInstances},
	Run: checks.Each(organizations.Accounts, func(p *checks.Probe, a *organizations.Account) {
		o, ok := a.Organization.Get(p)
		if !ok {
			return
		}
		if o.ID == "" {
			p.Skipf("the account is in no organization")
			return
		}
		management, ok := o.Management.Get(p)
		if !ok {
			return
		}
		if management != p.Inv.Account {
			p.Skipf("the organization's management account is another")
			return
		}
		running := map[string]int{
			"EC2 instances": count(p, ec2.Instances), "load balancers": count(p, elbv2.LoadBalancers),
			"Lambda functions": count(p, lambda.Functions), "database instances": count(p, rds.DBInstances),
		}
		var found []string
		for _, what := range []string{"EC2 instances", "load balancers", "Lambda functions", "database instances"} {
			if n := running[what]; n > 0 {
				found = append(found, fmt.Sprintf("%d %s", n, what))
			}
		}
		if len(found) > 0 {
			p.Evidence("running", found)
			p.Failf("the management account runs %s", found)
		}
	}),
}

// count counts the account's own rows of a kind, in all of its regions.
func count[T any](p *checks.Probe, t *inventory.Type[T]) (n int) {
	for row := range t.All(p.Inv, p) {
		if inventory.ResourceOf(row).Account == p.Inv.Account {
			n++
		}
	}
	return n
}
