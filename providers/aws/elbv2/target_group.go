package elbv2

import (
	"context"
	"iter"

	elbv2 "github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2"
	"github.com/aws/aws-sdk-go-v2/service/elasticloadbalancingv2/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A TargetGroup is where a load balancer sends traffic.
type TargetGroup struct {
	inventory.Resource
	TargetType          inventory.Known[string] // instance, ip, lambda, alb
	Protocol            inventory.Known[string] // HTTP, HTTPS, TCP, TLS, UDP, TCP_UDP, QUIC, TCP_QUIC, GENEVE; empty for a Lambda function
	HealthCheckProtocol inventory.Known[string] // HTTP, HTTPS, TCP
}

const describeTargetGroups = "Elastic Load Balancing v2 DescribeTargetGroups"

// TargetGroups lists the target groups.
var TargetGroups = &inventory.Type[TargetGroup]{
	Kind:    "aws.elbv2.TargetGroup",
	Level:   inventory.AtRegion,
	Model:   inventory.IaaS,
	Actions: []string{"elasticloadbalancing:DescribeTargetGroups"},
	Tags:    aws.ResourceTags,
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*TargetGroup, error] {
		pages := aws.Pages(ctx, client(s).DescribeTargetGroups, &elbv2.DescribeTargetGroupsInput{PageSize: new(int32(400))},
			func(out *elbv2.DescribeTargetGroupsOutput) *string { return out.NextMarker },
			func(in *elbv2.DescribeTargetGroupsInput, token *string) { in.Marker = token })
		return aws.List(pages, func(out *elbv2.DescribeTargetGroupsOutput) (rows []*TargetGroup) {
			for _, g := range out.TargetGroups {
				row := &TargetGroup{
					Resource:            aws.Resource(s, *g.TargetGroupArn, aws.Deref(g.TargetGroupName)),
					TargetType:          word(g.TargetType, inventory.Unanswered[string](describeTargetGroups, "TargetType")),
					Protocol:            word(g.Protocol, inventory.Unanswered[string](describeTargetGroups, "Protocol")),
					HealthCheckProtocol: word(g.HealthCheckProtocol, inventory.Unanswered[string](describeTargetGroups, "HealthCheckProtocol")),
				}
				if g.TargetType == types.TargetTypeEnumLambda {
					row.Protocol = inventory.Of("") // a function is invoked, without a protocol or a port
				}
				rows = append(rows, row)
			}
			return rows
		})
	},
}
