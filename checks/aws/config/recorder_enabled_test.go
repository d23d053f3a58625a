package config

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/config"
	"demarc/providers/inventory"
)

func TestRecorderEnabled(t *testing.T) {
	without := func(ts ...string) func(*config.Recorder) {
		return scope(config.RecordingScope{Strategy: config.Exclusion, Excluded: ts})
	}
	checktest.Run(t, RecorderEnabled, []checktest.Case{
		{Name: "on", Have: have(recorder("us-east-1")), Want: pass},
		{Name: "all but IAM's", Have: have(recorder("us-east-1", without("AWS::IAM::Role", "AWS::IAM::User"))), Want: pass},
		{Name: "all but subnets", Have: have(recorder("us-east-1", without("AWS::EC2::Subnet"))), Want: fail},
		{Name: "some types", Have: have(recorder("us-east-1", scope(config.RecordingScope{Strategy: config.Inclusion}))), Want: fail},
		{Name: "stopped", Have: have(recorder("us-east-1", stopped)), Want: fail},
		{Name: "failing", Have: have(recorder("us-east-1", failing)), Want: fail},
		{Name: "none", Have: have(), Want: fail},
		{Name: "status hidden", Have: have(recorder("us-east-1", dark)), Want: unknown},
		{Name: "no channel", Want: fail, Have: inventory.Fixture(inventory.InRegions("us-east-1"),
			inventory.Rows(config.Recorders, recorder("us-east-1")), inventory.Rows(config.DeliveryChannels))},
		{Name: "one region of two", Want: []checks.Verdict{checks.Pass, checks.Fail}, Have: inventory.Fixture(
			inventory.Rows(config.Recorders, recorder("eu-west-1")),
			inventory.Rows(config.DeliveryChannels, &config.DeliveryChannel{Resource: inventory.Resource{ID: "default", Region: "eu-west-1"}}))},
	})
}
