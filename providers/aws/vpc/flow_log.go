package vpc

import (
	"context"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A FlowLog records the traffic of a VPC, a subnet, an interface or a transit
// gateway.
type FlowLog struct {
	inventory.Resource
	Of        string                  // the id of what is recorded
	Active    inventory.Known[bool]   // its status is ACTIVE
	Delivered inventory.Known[bool]   // the last delivery succeeded
	Traffic   inventory.Known[string] // ACCEPT, REJECT, ALL
}

// FlowLogs lists the account's flow logs in each region.
var FlowLogs = &inventory.Type[FlowLog]{
	Kind: "aws.vpc.FlowLog", Level: inventory.AtRegion, Model: inventory.IaaS,
	Actions: []string{"ec2:DescribeFlowLogs"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*FlowLog, error] {
		pages := aws.Pages(ctx, client(s).DescribeFlowLogs, &ec2.DescribeFlowLogsInput{MaxResults: new(many)},
			func(out *ec2.DescribeFlowLogsOutput) *string { return out.NextToken },
			func(in *ec2.DescribeFlowLogsInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *ec2.DescribeFlowLogsOutput) (rows []*FlowLog) {
			for _, l := range out.FlowLogs {
				is := func(value string) func(string) bool { return func(s string) bool { return s == value } }
				const call = "EC2 DescribeFlowLogs"
				row := &FlowLog{
					Resource:  resource(s, nil, "vpc-flow-log", *l.FlowLogId, l.Tags),
					Of:        aws.Deref(l.ResourceId),
					Active:    inventory.Map(inventory.FromPtr(l.FlowLogStatus, inventory.Unanswered[string](call, "FlowLogStatus")), is("ACTIVE")),
					Delivered: inventory.Map(inventory.FromPtr(l.DeliverLogsStatus, inventory.Unanswered[string](call, "DeliverLogsStatus")), is("SUCCESS")),
					Traffic:   inventory.Of(string(l.TrafficType)),
				}
				if l.TrafficType == "" {
					// Flow logs of transit gateways have no traffic type.
					row.Traffic = inventory.Unanswered[string](call, "TrafficType")
				}
				rows = append(rows, row)
			}
			return rows
		})
	},
}

// Records reports whether the log is kept and holds rejected traffic, as CIS
// and Security Hub ask.
func (l *FlowLog) Records() inventory.Known[bool] {
	rejected := inventory.Map(l.Traffic, func(t string) bool {
		return t == string(types.TrafficTypeAll) || t == string(types.TrafficTypeReject)
	})
	return inventory.And(l.Active, l.Delivered, rejected)
}

// FlowLogsOf finds the flow logs of a VPC, a subnet or an interface.
var FlowLogsOf = &inventory.Index[FlowLog]{
	Of: FlowLogs,
	Keys: func(r inventory.Reader, l *FlowLog) []string {
		return key(r, l.Of, "EC2 DescribeFlowLogs", "ResourceId")
	},
}
