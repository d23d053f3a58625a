package cloudwatch

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/cloudwatch"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatch/types"
	logs "github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs"
	logtypes "github.com/aws/aws-sdk-go-v2/service/cloudwatchlogs/types"
	"github.com/google/go-cmp/cmp"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
	"demarc/providers/inventory"
)

func TestAlarms(t *testing.T) {
	var e awsfake.Estate
	arn := func(name string) *string { return new("arn:aws:cloudwatch:us-east-1:111122223333:alarm:" + name) }
	awsfake.On(&e, func(c awsfake.Call, in *cloudwatch.DescribeAlarmsInput) (*cloudwatch.DescribeAlarmsOutput, error) {
		if len(in.AlarmTypes) != 2 {
			t.Error("asked without composite alarms")
		}
		switch {
		case c.Region != "us-east-1":
			return &cloudwatch.DescribeAlarmsOutput{}, nil
		case in.NextToken == nil:
			return &cloudwatch.DescribeAlarmsOutput{NextToken: new("1"), MetricAlarms: []types.MetricAlarm{
				{AlarmName: new("one"), AlarmArn: arn("one"), ActionsEnabled: new(true), AlarmActions: []string{"a"}, MetricName: new("m"), Namespace: new("n"), ComparisonOperator: types.ComparisonOperatorLessThanThreshold},
				{AlarmName: new("two"), AlarmArn: arn("two"), Metrics: []types.MetricDataQuery{
					{MetricStat: &types.MetricStat{Metric: &types.Metric{MetricName: new("m"), Namespace: new("n"), Dimensions: []types.Dimension{{}}}}},
					{Expression: new("m1+m2")}, {Expression: new(`SELECT SUM("m") FROM "n"`)},
				}},
			}}, nil
		}
		return &cloudwatch.DescribeAlarmsOutput{CompositeAlarms: []types.CompositeAlarm{{AlarmName: new("all"), AlarmArn: arn("all"), ActionsEnabled: new(false), AlarmRule: new("ALARM(one)")}}}, nil
	})
	rows := awstest.Rows(t, awstest.Collect(t, &e, Alarms), Alarms)
	if len(rows) != 3 || rows[0].ID != "all" || !rows[0].Composite {
		t.Fatalf("rows %+v", rows)
	}
	if _, hidden := rows[2].ActionsEnabled.Gap(); !hidden {
		t.Error("an answer without ActionsEnabled counts as known")
	}
	if _, hidden := rows[2].Falling.Gap(); !hidden || !awstest.Value(t, rows[1].Falling) {
		t.Error("the direction of an alarm is misread")
	}
	want := []Metric{{Namespace: "n", Name: "m", Dimensions: 1}, {Query: `SELECT SUM("m") FROM "n"`}}
	if diff := cmp.Diff(want, awstest.Value(t, rows[2].Metrics)); diff != "" {
		t.Error(diff)
	}
}

func TestReadRule(t *testing.T) {
	for text, want := range map[string]Rule{
		`ALARM(one)`: {[]string{"one"}, true},
		`ALARM("one") OR (ALARM("b AND (c)") OR ALARM(arn:aws:cloudwatch:us-east-1:1:alarm:d))`: {[]string{"one", "b AND (c)", "d"}, true},
		`ALARM(one) AND ALARM(two)`: {[]string{"one", "two"}, false},
		`ALARM(one) AND NOT OK(x)`:  {[]string{"one"}, false},
		`ALARM("a\"b")`:             {[]string{`a"b`}, true},
		`TRUE`:                      {nil, false},
	} {
		if diff := cmp.Diff(want, readRule(text)); diff != "" {
			t.Errorf("%s: %s", text, diff)
		}
	}
}

func TestLogs(t *testing.T) {
	var e awsfake.Estate
	awsfake.On(&e, func(_ awsfake.Call, in *logs.DescribeLogGroupsInput) (*logs.DescribeLogGroupsOutput, error) {
		if in.NextToken == nil {
			return &logs.DescribeLogGroupsOutput{NextToken: new("1"), LogGroups: []logtypes.LogGroup{{LogGroupName: new("plain")}}}, nil
		}
		return &logs.DescribeLogGroupsOutput{LogGroups: []logtypes.LogGroup{{LogGroupName: new("short"), RetentionInDays: new(int32(7)), KmsKeyId: new("k"), LogGroupClass: "DELIVERY"}}}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *logs.DescribeMetricFiltersInput) (*logs.DescribeMetricFiltersOutput, error) {
		return &logs.DescribeMetricFiltersOutput{MetricFilters: []logtypes.MetricFilter{
			{FilterName: new("f"), LogGroupName: new("plain"), FilterPattern: new(""), MetricTransformations: []logtypes.MetricTransformation{{MetricName: new("m"), MetricNamespace: new("n")}}},
			{FilterName: new("g"), LogGroupName: new("plain"), FieldSelectionCriteria: new(`@aws.region = "us-east-1"`)},
		}}, nil
	})
	awsfake.On(&e, func(awsfake.Call, *logs.DescribeResourcePoliciesInput) (*logs.DescribeResourcePoliciesOutput, error) {
		return &logs.DescribeResourcePoliciesOutput{ResourcePolicies: []logtypes.ResourcePolicy{
			{PolicyName: new("broken"), PolicyDocument: new("{")},
			{PolicyName: new("es"), PolicyDocument: new(`{"Statement":{"Effect":"Allow","Principal":{"Service":"es.amazonaws.com"},"Action":"logs:PutLogEvents","Resource":"*"}}`)},
		}}, nil
	})
	inv := awstest.Collect(t, &e, LogGroups, MetricFilters, ResourcePolicies)
	groups := awstest.Rows(t, inv, LogGroups)
	if len(groups) != 6 || groups[0].Full != "arn:aws:logs:ap-southeast-2:111122223333:log-group:plain" {
		t.Fatalf("groups %+v", groups)
	}
	if awstest.Value(t, groups[0].RetentionDays) != 0 || awstest.Value(t, groups[0].KMSKeyID) != "" || awstest.Value(t, groups[0].Class) != "STANDARD" {
		t.Errorf("a group without settings: %+v", groups[0])
	}
	if awstest.Value(t, groups[1].RetentionDays) != 7 {
		t.Errorf("a group with retention: %+v", groups[1])
	}
	var gaps inventory.Gaps
	filters := FiltersByGroup.Get(inv, &gaps, "us-east-1", "plain")
	if len(filters) != 2 || len(gaps) > 0 {
		t.Fatalf("%d filters of the group, gaps %v", len(filters), gaps)
	}
	if awstest.Value(t, filters[0].Narrowed) || !awstest.Value(t, filters[1].Narrowed) {
		t.Error("the field selection is not read")
	}
	if _, hidden := filters[1].Pattern.Gap(); !hidden {
		t.Error("a filter without a pattern counts as known")
	}
	policies := awstest.Rows(t, inv, ResourcePolicies)
	if _, hidden := policies[0].Policy.Gap(); !hidden {
		t.Error("a broken policy counts as known")
	}
	if d := awstest.Value(t, policies[1].Policy); d.Document == nil || len(d.Document.Statements) != 1 {
		t.Errorf("the policy %+v", d)
	}
}
