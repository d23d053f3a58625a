package rds

import (
	"context"
	"iter"

	"github.com/aws/aws-sdk-go-v2/service/rds"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// A GlobalCluster spans clusters of several regions; it is in none of them.
type GlobalCluster struct {
	inventory.Resource
	Engine        inventory.Known[string]
	EngineVersion inventory.Known[string]
	Status        inventory.Known[string]
}

// GlobalClusters lists the global clusters. Each region answers with those
// that have a member in it; one that several regions name is one row.
var GlobalClusters = &inventory.Type[GlobalCluster]{
	Kind:    "aws.rds.GlobalCluster",
	Level:   inventory.AtRegion,
	Model:   inventory.PaaS,
	Actions: []string{"rds:DescribeGlobalClusters"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*GlobalCluster, error] {
		const call = "RDS DescribeGlobalClusters"
		pages := aws.Pages(ctx, client(s).DescribeGlobalClusters, &rds.DescribeGlobalClustersInput{MaxRecords: new(int32(most))},
			func(out *rds.DescribeGlobalClustersOutput) *string { return out.Marker },
			func(in *rds.DescribeGlobalClustersInput, token *string) { in.Marker = token })
		return aws.List(pages, func(out *rds.DescribeGlobalClustersOutput) (rows []*GlobalCluster) {
			for _, g := range out.GlobalClusters {
				id, arn := *g.GlobalClusterIdentifier, aws.Deref(g.GlobalClusterArn)
				if arn == "" {
					arn = aws.ARN{Partition: aws.From(s).Partition, Service: "rds", Account: s.Account, Resource: "global-cluster:" + id}.String()
				}
				r := aws.Tagged(aws.Resource(s, arn, id), g.TagList, tag)
				r.Region = ""
				rows = append(rows, &GlobalCluster{
					Resource:      r,
					Engine:        inventory.FromPtr(g.Engine, inventory.Unanswered[string](call, "Engine")),
					EngineVersion: inventory.FromPtr(g.EngineVersion, inventory.Unanswered[string](call, "EngineVersion")),
					Status:        inventory.FromPtr(g.Status, inventory.Unanswered[string](call, "Status")),
				})
			}
			return rows
		})
	},
}
