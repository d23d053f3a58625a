// Package ssm collects AWS Systems Manager: managed instances and how they
// comply, documents, and the settings of each region.
package ssm

import (
	"context"
	"iter"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/ssm"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A ManagedInstance is a machine that the agent of Systems Manager has
// registered. Stopped and terminated ones are not listed.
type ManagedInstance struct {
	inventory.Resource
	Ping inventory.Known[string] // Online, ConnectionLost, Inactive
}

// ManagedInstances lists the managed instances.
var ManagedInstances = &inventory.Type[ManagedInstance]{
	Kind:    "aws.ssm.ManagedInstance",
	Level:   inventory.AtRegion,
	Model:   inventory.IaaS,
	Actions: []string{"ssm:DescribeInstanceInformation"},
	Tags:    aws.ResourceTags,
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*ManagedInstance, error] {
		pages := aws.Pages(ctx, client(s).DescribeInstanceInformation, &ssm.DescribeInstanceInformationInput{MaxResults: new(int32(50))},
			func(out *ssm.DescribeInstanceInformationOutput) *string { return out.NextToken },
			func(in *ssm.DescribeInstanceInformationInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *ssm.DescribeInstanceInformationOutput) (rows []*ManagedInstance) {
			for _, i := range out.InstanceInformationList {
				id := *i.InstanceId
				row := &ManagedInstance{
					Resource: aws.Named(aws.Resource(s, machine(s, id), id), aws.Deref(i.ComputerName)),
					Ping:     inventory.Of(string(i.PingStatus)),
				}
				if i.PingStatus == "" {
					row.Ping = inventory.Unanswered[string]("SSM DescribeInstanceInformation", "PingStatus")
				}
				rows = append(rows, row)
			}
			return rows
		})
	},
}

// machine is the ARN of a managed instance: an EC2 instance's own, or that of a
// machine elsewhere.
func machine(s inventory.Scope, id string) string {
	if strings.HasPrefix(id, "i-") {
		return aws.MakeARN(s, "ec2", "instance/%s", id)
	}
	return aws.MakeARN(s, "ssm", "managed-instance/%s", id)
}

// A Compliance is the summary of one kind of compliance of one machine. Its
// short id is the machine's with the kind: "i-0abc/Patch".
type Compliance struct {
	inventory.Resource
	Status       inventory.Known[string] // COMPLIANT, NON_COMPLIANT
	NonCompliant int                     // how many items do not comply
}

// Compliances lists the summaries of patches and of associations.
var Compliances = &inventory.Type[Compliance]{
	Kind:    "aws.ssm.Compliance",
	Level:   inventory.AtRegion,
	Model:   inventory.IaaS,
	Actions: []string{"ssm:ListResourceComplianceSummaries"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*Compliance, error] {
		pages := aws.Pages(ctx, client(s).ListResourceComplianceSummaries, &ssm.ListResourceComplianceSummariesInput{MaxResults: new(int32(50))},
			func(out *ssm.ListResourceComplianceSummariesOutput) *string { return out.NextToken },
			func(in *ssm.ListResourceComplianceSummariesInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *ssm.ListResourceComplianceSummariesOutput) (rows []*Compliance) {
			for _, c := range out.ResourceComplianceSummaryItems {
				kind, id := *c.ComplianceType, *c.ResourceId
				if kind != "Patch" && kind != "Association" {
					continue // the customer's own kinds
				}
				r := aws.Resource(s, machine(s, id)+"/compliance/"+kind, id+"/"+kind)
				r.Tags = inventory.Of[map[string]string](nil)
				row := &Compliance{Resource: r, Status: inventory.Of(string(c.Status))}
				if c.Status == "" {
					row.Status = inventory.Unanswered[string]("SSM ListResourceComplianceSummaries", "Status")
				}
				if n := c.NonCompliantSummary; n != nil {
					row.NonCompliant = int(n.NonCompliantCount)
				}
				rows = append(rows, row)
			}
			return rows
		})
	},
}

func client(s inventory.Scope) *ssm.Client { return ssm.NewFromConfig(aws.Config(s, "ssm")) }
