package demo

import (
	"maps"
	"slices"

	"github.com/aws/aws-sdk-go-v2/service/cloudwatch"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatch/types"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
	logtypes "github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs/types"

	"demarc/providers/aws/awsfake"
)

// An alarm of the company; off says that its actions are.
type alarm struct {
	namespace, metric string
	rule              string // of a composite alarm
	actions           []string
	off               bool
}

var (
	toSecurity = []string{"arn:aws:sns:us-east-1:" + Shop + ":larkspur-alarms"}
	toOrders   = []string{"arn:aws:sns:eu-central-1:" + Shop + ":larkspur-orders"}
)

var alarms = map[place]map[string]alarm{
	{Shop, virginia}: {
		"larkspur-root-use":           {namespace: "CloudTrailMetrics", metric: "RootUse", actions: toSecurity},
		"larkspur-sign-in":            {namespace: "CloudTrailMetrics", metric: "SignInWithoutMFA", actions: toSecurity},
		"larkspur-iam-changes":        {namespace: "CloudTrailMetrics", metric: "IAMPolicyChanges"},
		"larkspur-cloudtrail-changes": {namespace: "CloudTrailMetrics", metric: "CloudTrailChanges"},
		"larkspur-control-plane":      {rule: `ALARM("larkspur-iam-changes") OR ALARM("larkspur-cloudtrail-changes")`, actions: toSecurity},
		"larkspur-unauthorized":       {namespace: "CloudTrailMetrics", metric: "UnauthorizedCalls", actions: toSecurity, off: true},
		"larkspur-security-groups":    {namespace: "CloudTrailMetrics", metric: "SecurityGroupChanges", actions: toSecurity},
		"larkspur-key-deletion":       {namespace: "CloudTrailMetrics", metric: "KeyDeletion"},
	},
	{Shop, frankfurt}: {
		"larkspur-order-errors": {namespace: "AWS/Lambda", metric: "Errors", actions: toOrders},
	},
	{Lab, virginia}: {
		"larkspur-lab-cpu": {namespace: "AWS/EC2", metric: "CPUUtilization"},
	},
}

// A logGroup of the company; zero days is for ever.
type logGroup struct {
	name, key string
	days      int32
}

var logGroups = map[place][]logGroup{
	{Shop, virginia}: {
		{name: "larkspur-trail", key: "arn:aws:kms:us-east-1:" + Shop + ":key/0a11c0de-0002-4000-8000-000000000001", days: 400},
		{name: "/aws/route53/larkspur.example"},
	},
	{Shop, frankfurt}: {
		{name: "/aws/lambda/larkspur-order-mailer", days: 30},
		{name: "larkspur-flow-logs", key: "arn:aws:kms:eu-central-1:" + Shop + ":key/0a11c0de-0001-4000-8000-000000000002", days: 365},
	},
	{Lab, virginia}: {{name: "/aws/lambda/larkspur-lab-crawler", days: 7}},
	{Lab, sydney}:   {{name: "/aws/sagemaker/TrainingJobs"}},
}

func logGroupARN(p place, name string) string {
	return "arn:aws:logs:" + p.region + ":" + p.account + ":log-group:" + name
}

// The metric filters on the Shop's trail, by the metric that they count into.
var metricFilters = []struct{ metric, pattern string }{
	{"CloudTrailChanges", `{ $.eventSource = "cloudtrail.amazonaws.com" && ($.eventName = "*Trail" || $.eventName = "*Logging") }`},
	{"IAMPolicyChanges", `{ ($.eventSource = iam.amazonaws.com) && ($.eventName = "*Policy*") }`},
	{"KeyDeletion", `{ ($.eventSource = kms.amazonaws.com) && (($.eventName = DisableKey) || ($.eventName = ScheduleKeyDeletion)) }`},
	{"RootUse", `{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }`},
	{"SecurityGroupChanges", `{ ($.eventName = AuthorizeSecurityGroupIngress) || ($.eventName = AuthorizeSecurityGroupEgress) }`},
	{"SignInWithoutMFA", `{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") }`},
	{"UnauthorizedCalls", `{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }`},
}

var logPolicies = map[place][]logtypes.ResourcePolicy{
	{Shop, virginia}: {{PolicyName: new("route53-query-logs"), PolicyDocument: new(policyOf(allowed(`{"Service":"route53.amazonaws.com"}`, "logs:PutLogEvents", "arn:aws:logs:us-east-1:"+Shop+":log-group:/aws/route53/*", "")))}},
	{Lab, virginia}:  {{PolicyName: new("lab-anyone"), PolicyDocument: new(policyOf(allowed(`"*"`, "logs:*", "*", "")))}},
}

func cloudwatchAnswers(e *awsfake.Estate) {
	awsfake.On(e, func(c awsfake.Call, in *cloudwatch.DescribeAlarmsInput) (*cloudwatch.DescribeAlarmsOutput, error) {
		page, next := awsfake.Page(slices.Sorted(maps.Keys(alarms[at(c)])), in.NextToken, 3)
		out := &cloudwatch.DescribeAlarmsOutput{NextToken: next}
		for _, name := range page {
			a := alarms[at(c)][name]
			arn := "arn:aws:cloudwatch:" + c.Region + ":" + c.Account + ":alarm:" + name
			if a.rule != "" {
				out.CompositeAlarms = append(out.CompositeAlarms, types.CompositeAlarm{AlarmName: &name, AlarmArn: &arn, ActionsEnabled: new(!a.off), AlarmActions: a.actions, AlarmRule: &a.rule})
				continue
			}
			out.MetricAlarms = append(out.MetricAlarms, types.MetricAlarm{AlarmName: &name, AlarmArn: &arn, ActionsEnabled: new(!a.off), AlarmActions: a.actions, Namespace: &a.namespace, MetricName: &a.metric, ComparisonOperator: types.ComparisonOperatorGreaterThanOrEqualToThreshold})
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *cloudwatchlogs.DescribeLogGroupsInput) (*cloudwatchlogs.DescribeLogGroupsOutput, error) {
		page, next := awsfake.Page(logGroups[at(c)], in.NextToken, 1)
		out := &cloudwatchlogs.DescribeLogGroupsOutput{NextToken: next}
		for _, g := range page {
			one := logtypes.LogGroup{LogGroupName: &g.name, LogGroupArn: new(logGroupARN(at(c), g.name)), LogGroupClass: logtypes.LogGroupClassStandard}
			if g.days > 0 {
				one.RetentionInDays = &g.days
			}
			if g.key != "" {
				one.KmsKeyId = &g.key
			}
			out.LogGroups = append(out.LogGroups, one)
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *cloudwatchlogs.DescribeMetricFiltersInput) (*cloudwatchlogs.DescribeMetricFiltersOutput, error) {
		if at(c) != (place{Shop, virginia}) {
			return &cloudwatchlogs.DescribeMetricFiltersOutput{}, nil
		}
		page, next := awsfake.Page(metricFilters, in.NextToken, 4)
		out := &cloudwatchlogs.DescribeMetricFiltersOutput{NextToken: next}
		for _, f := range page {
			out.MetricFilters = append(out.MetricFilters, logtypes.MetricFilter{
				FilterName: &f.metric, LogGroupName: new("larkspur-trail"), FilterPattern: &f.pattern,
				MetricTransformations: []logtypes.MetricTransformation{{MetricNamespace: new("CloudTrailMetrics"), MetricName: &f.metric, MetricValue: new("1")}},
			})
		}
		return out, nil
	})
	awsfake.On(e, func(c awsfake.Call, in *cloudwatchlogs.DescribeResourcePoliciesInput) (*cloudwatchlogs.DescribeResourcePoliciesOutput, error) {
		page, next := awsfake.Page(logPolicies[at(c)], in.NextToken, 1)
		return &cloudwatchlogs.DescribeResourcePoliciesOutput{ResourcePolicies: page, NextToken: next}, nil
	})
}
