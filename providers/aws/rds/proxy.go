package rds

import (
	"context"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/rds"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A DBProxy pools the connections of clients to databases.
type DBProxy struct {
	inventory.Resource
	RequireTLS inventory.Known[bool]
	Status     inventory.Known[string]
}

// DBProxies lists the proxies.
var DBProxies = &inventory.Type[DBProxy]{
	Kind:    "aws.rds.DBProxy",
	Level:   inventory.AtRegion,
	Model:   inventory.PaaS,
	Actions: []string{"rds:DescribeDBProxies"},
	Tags:    aws.ResourceTags,
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*DBProxy, error] {
		pages := aws.Pages(ctx, client(s).DescribeDBProxies, &rds.DescribeDBProxiesInput{MaxRecords: new(int32(most))},
			func(out *rds.DescribeDBProxiesOutput) *string { return out.Marker },
			func(in *rds.DescribeDBProxiesInput, token *string) { in.Marker = token })
		return aws.List(pages, func(out *rds.DescribeDBProxiesOutput) (rows []*DBProxy) {
			for _, x := range out.DBProxies {
				name, arn := *x.DBProxyName, *x.DBProxyArn // the ARN holds an id that nothing else gives
				status := inventory.Of(string(x.Status))
				if x.Status == "" {
					status = inventory.Unanswered[string]("RDS DescribeDBProxies", "Status")
				}
				rows = append(rows, &DBProxy{
					Resource:   aws.Resource(s, arn, name),
					RequireTLS: inventory.FromPtr(x.RequireTLS, inventory.Unanswered[bool]("RDS DescribeDBProxies", "RequireTLS")),
					Status:     status,
				})
			}
			return rows
		})
	},
}
