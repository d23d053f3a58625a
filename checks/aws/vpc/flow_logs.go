package vpc

import (
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/vpc"
	"demarc/providers/inventory"
)

// FlowLogs asks that the traffic of each VPC leave a record.
var FlowLogs = &checks.Check{
	ID:    "aws-vpc-flow-logs",
	Title: "Flow logs record the rejected traffic of each VPC",
	Why: "Without flow logs nobody can say afterwards who scanned the network, which machine talked to whom, or how data left. " +
		"Rejected traffic shows the attempts.",
	Severity: checks.Medium,
	Area:     checks.Logging,
	Fix: checks.Fix{
		Console:   "VPC > Your VPCs > the VPC > Flow logs > Create flow log: filter *Reject* or *All*.",
		CLI:       "aws ec2 create-flow-logs --resource-type VPC --resource-ids <vpc-id> --traffic-type ALL --log-destination-type s3 --log-destination arn:aws:s3:::<log-bucket>",
		Terraform: "resource \"aws_flow_log\" \"example\" {\n  vpc_id               = aws_vpc.example.id\n  traffic_type         = \"ALL\"\n  log_destination_type = \"s3\"\n  log_destination      = aws_s3_bucket.logs.arn\n}",
	},
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"4.7"}, frameworks.FSBP: {"EC2.6"}},
	Aliases:  []string{"prowler:vpc_flow_logs_enabled", "securityhub:EC2.6"},
	Link:     "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html",
	Needs:    []inventory.Source{vpc.VPCs, vpc.FlowLogs, vpc.Subnets},
	Run: checks.Each(vpc.VPCs, func(p *checks.Probe, v *vpc.VPC) {
		if v.State == "deleting" {
			p.Skipf("the VPC is being deleted")
			return
		}
		var hidden inventory.Gaps
		faults, ok := recorded(p.Inv, &hidden, v.Region, v.ID)
		if ok {
			return
		}
		subnets := vpc.SubnetsOf(p.Inv, &hidden, v.Region, v.ID)
		without := 0
		for _, s := range subnets {
			if _, ok := recorded(p.Inv, &hidden, s.Region, s.ID); !ok {
				without++
			}
		}
		if len(subnets) > 0 && without == 0 {
			// A subnet that is hidden may be one without.
			vpc.SubnetsOf(p.Inv, p, v.Region, v.ID)
			return
		}
		for _, g := range hidden {
			p.Missed(g)
		}
		if len(faults) == 0 {
			faults = []string{"none"}
		}
		p.Evidence("flowLogs", faults)
		p.Evidence("subnetsWithout", without)
		p.Absentf("no flow log that is active, delivers and holds rejected traffic (REJECT or ALL) is on the VPC or on each of its subnets; on the VPC: %s", strings.Join(faults, ", "))
	}),
}

// recorded reports whether a working flow log is on a VPC or a subnet; else it
// says what those that are there lack.
func recorded(inv *inventory.Inventory, r inventory.Reader, region, id string) (faults []string, ok bool) {
	var gaps inventory.Gaps
	for _, l := range vpc.FlowLogsOf.Get(inv, &gaps, region, id) {
		if good, known := l.Records().Get(&gaps); known && good {
			return nil, true
		}
		var lacks []string
		if active, known := l.Active.Peek(); known && !active {
			lacks = append(lacks, "is not active")
		}
		if delivered, known := l.Delivered.Peek(); known && !delivered {
			lacks = append(lacks, "fails to deliver")
		}
		if t, known := l.Traffic.Peek(); known && t == "ACCEPT" {
			lacks = append(lacks, "records accepted traffic only")
		}
		faults = append(faults, l.ID+" "+strings.Join(lacks, " and "))
	}
	for _, g := range gaps {
		r.Missed(g)
	}
	return faults, false
}
