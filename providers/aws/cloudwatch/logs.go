package cloudwatch

import (
	"context"
	"iter"

	logs "github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"

	"demarc/providers/aws"
	"demarc/providers/aws/trust"
	"demarc/providers/inventory"
)

// A LogGroup is a log group of CloudWatch Logs.
type LogGroup struct {
	inventory.Resource
	Class         inventory.Known[string] // STANDARD, INFREQUENT_ACCESS, DELIVERY
	RetentionDays inventory.Known[int]    // 0 where events never expire
	KMSKeyID      inventory.Known[string] // empty where the service's own key is used
}

// LogGroups lists the log groups of every class.
var LogGroups = &inventory.Type[LogGroup]{
	Kind:    "aws.logs.LogGroup",
	Level:   inventory.AtRegion,
	Model:   inventory.Serverless,
	Actions: []string{"logs:DescribeLogGroups"},
	Tags:    aws.ResourceTags,
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*LogGroup, error] {
		size := int32(50)
		pages := aws.Pages(ctx, logsClient(s).DescribeLogGroups, &logs.DescribeLogGroupsInput{Limit: &size},
			func(out *logs.DescribeLogGroupsOutput) *string { return out.NextToken },
			func(in *logs.DescribeLogGroupsInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *logs.DescribeLogGroupsOutput) (rows []*LogGroup) {
			for _, g := range out.LogGroups {
				name := *g.LogGroupName
				class := inventory.Of(string(g.LogGroupClass))
				if g.LogGroupClass == "" {
					class = inventory.Of("STANDARD") // the class of groups that were made without one (CreateLogGroup, "logGroupClass")
				}
				rows = append(rows, &LogGroup{
					Resource: aws.Resource(s, aws.MakeARN(s, "logs", "log-group:%s", name), name),
					Class:    class,
					// "If the policy specifies that log events never expire,
					// retentionInDays is not returned", nor is it where no
					// policy is set (CloudWatch Logs API reference, LogGroup).
					RetentionDays: inventory.Map(inventory.FromPtr(g.RetentionInDays, inventory.Of[int32](0)), func(d int32) int { return int(d) }),
					// Returned where a key is associated (DescribeLogGroups).
					KMSKeyID: inventory.FromPtr(g.KmsKeyId, inventory.Of("")),
				})
			}
			return rows
		})
	},
}

// A MetricFilter turns the events of a log group that match a pattern into
// metrics.
type MetricFilter struct {
	inventory.Resource
	LogGroup string
	Pattern  inventory.Known[string]
	Narrowed inventory.Known[bool] // it does not see all events as they came: system fields select them, or a transformer rewrites them
	Metrics  inventory.Known[[]Metric]
}

// MetricFilters lists the metric filters of all log groups of a region.
var MetricFilters = &inventory.Type[MetricFilter]{
	Kind:    "aws.logs.MetricFilter",
	Level:   inventory.AtRegion,
	Model:   inventory.Account,
	Actions: []string{"logs:DescribeMetricFilters"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*MetricFilter, error] {
		size := int32(50)
		pages := aws.Pages(ctx, logsClient(s).DescribeMetricFilters, &logs.DescribeMetricFiltersInput{Limit: &size},
			func(out *logs.DescribeMetricFiltersOutput) *string { return out.NextToken },
			func(in *logs.DescribeMetricFiltersInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *logs.DescribeMetricFiltersOutput) (rows []*MetricFilter) {
			for _, f := range out.MetricFilters {
				group, name := *f.LogGroupName, *f.FilterName
				r := aws.Resource(s, aws.MakeARN(s, "logs", "log-group:%s:metric-filter:%s", group, name), name)
				r.Tags = inventory.Of[map[string]string](nil) // filters have none
				var metrics []Metric
				for _, t := range f.MetricTransformations {
					metrics = append(metrics, Metric{Namespace: aws.Deref(t.MetricNamespace), Name: aws.Deref(t.MetricName), Dimensions: len(t.Dimensions) + len(f.EmitSystemFieldDimensions)})
				}
				rows = append(rows, &MetricFilter{
					Resource: r, LogGroup: group,
					Pattern: inventory.FromPtr(f.FilterPattern, inventory.Unanswered[string]("CloudWatch Logs DescribeMetricFilters", "FilterPattern")),
					// "Returns the fieldSelectionCriteria value if it was
					// specified" (API reference, MetricFilter).
					Narrowed: inventory.Map(inventory.FromPtr(f.FieldSelectionCriteria, inventory.Of("")),
						func(c string) bool { return c != "" || f.ApplyOnTransformedLogs }),
					Metrics: inventory.Of(metrics),
				})
			}
			return rows
		})
	},
}

// FiltersByGroup finds the metric filters of a log group.
var FiltersByGroup = &inventory.Index[MetricFilter]{
	Of:   MetricFilters,
	Keys: func(_ inventory.Reader, f *MetricFilter) []string { return []string{f.LogGroup} },
}

// A ResourcePolicy lets services and other accounts write to log groups.
type ResourcePolicy struct {
	inventory.Resource
	Policy inventory.Known[trust.Policy]
}

const describePolicies = "CloudWatch Logs DescribeResourcePolicies"

// ResourcePolicies lists the region's resource policies.
var ResourcePolicies = &inventory.Type[ResourcePolicy]{
	Kind:    "aws.logs.ResourcePolicy",
	Level:   inventory.AtRegion,
	Model:   inventory.Serverless,
	Actions: []string{"logs:DescribeResourcePolicies"},
	List: func(ctx context.Context, s inventory.Scope) iter.Seq2[*ResourcePolicy, error] {
		size := int32(50)
		pages := aws.Pages(ctx, logsClient(s).DescribeResourcePolicies, &logs.DescribeResourcePoliciesInput{Limit: &size},
			func(out *logs.DescribeResourcePoliciesOutput) *string { return out.NextToken },
			func(in *logs.DescribeResourcePoliciesInput, token *string) { in.NextToken = token })
		return aws.List(pages, func(out *logs.DescribeResourcePoliciesOutput) (rows []*ResourcePolicy) {
			for _, p := range out.ResourcePolicies {
				name := *p.PolicyName
				row := &ResourcePolicy{Resource: aws.Resource(s, aws.MakeARN(s, "logs", "resource-policy:%s", name), name)}
				row.Tags = inventory.Of[map[string]string](nil) // policies have none
				row.Policy = inventory.Then(
					inventory.FromPtr(p.PolicyDocument, inventory.Unanswered[string](describePolicies, "policyDocument")), // what else would it be
					func(text string) inventory.Known[trust.Policy] { return trust.Attribute(s, describePolicies, &text) })
				rows = append(rows, row)
			}
			return rows
		})
	},
}

func logsClient(s inventory.Scope) *logs.Client {
	return logs.NewFromConfig(aws.Config(s, "logs"))
}
