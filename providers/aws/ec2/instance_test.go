package ec2

import (
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/ec2/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

// Two pages, in one region only, of instances in every state.
func TestInstances(t *testing.T) {
	state := func(s types.InstanceStateName) *types.InstanceState { return &types.InstanceState{Name: s} }
	pages := [][]types.Instance{
		{{
			InstanceId: new("i-full"), State: state("running"), PublicIpAddress: new("203.0.113.1"), VirtualizationType: "hvm",
			IamInstanceProfile: &types.IamInstanceProfile{Arn: new("arn:aws:iam::111122223333:instance-profile/web")},
			MetadataOptions:    &types.InstanceMetadataOptionsResponse{HttpTokens: "required", HttpEndpoint: "enabled", HttpPutResponseHopLimit: new(int32(2))},
			Monitoring:         &types.Monitoring{State: "disabled"},
			NetworkInterfaces: []types.InstanceNetworkInterface{
				{Association: &types.InstanceNetworkInterfaceAssociation{PublicIp: new("203.0.113.1")}},
				{PrivateIpAddresses: []types.InstancePrivateIpAddress{{Association: &types.InstanceNetworkInterfaceAssociation{PublicIp: new("203.0.113.2")}}}},
			},
			Tags: []types.Tag{{Key: new("Name"), Value: new("web")}},
		}, {InstanceId: new("i-dead"), State: state("terminated")}},
		{
			{InstanceId: new("i-stopped"), State: state("stopped"), StateTransitionReason: new("User initiated (2026-08-01 10:00:00 GMT)"), Operator: &types.OperatorResponse{Managed: new(true), Principal: new("eks.amazonaws.com")}},
			{InstanceId: new("i-undated"), State: state("stopped"), StateTransitionReason: new("Server.InternalError")},
			{InstanceId: new("i-bare")},
		},
	}
	var e awsfake.Estate
	awsfake.On(&e, func(c awsfake.Call, in *ec2.DescribeInstancesInput) (*ec2.DescribeInstancesOutput, error) {
		if c.Region != "eu-central-1" {
			return &ec2.DescribeInstancesOutput{}, nil
		}
		page, next := awsfake.Page(pages, in.NextToken, 1)
		return &ec2.DescribeInstancesOutput{Reservations: []types.Reservation{{Instances: page[0]}}, NextToken: next}, nil
	})
	byID := map[string]*Instance{}
	for _, i := range awstest.Rows(t, awstest.Collect(t, &e, Instances), Instances) {
		byID[i.ID] = i
	}
	if len(byID) != 4 || byID["i-dead"] != nil {
		t.Fatalf("rows %v", byID)
	}
	full := byID["i-full"]
	if full.Full != "arn:aws:ec2:eu-central-1:111122223333:instance/i-full" || full.Name != "web" {
		t.Errorf("identity %+v", full.Resource)
	}
	if ips := awstest.Value(t, full.PublicIPs); len(ips) != 2 {
		t.Errorf("public addresses %v", ips)
	}
	m := awstest.Value(t, full.Metadata)
	if awstest.Value(t, m.HTTPTokens) != "required" || awstest.Value(t, m.HopLimit) != 2 || awstest.Value(t, full.Interfaces) != 2 {
		t.Errorf("read as %+v", full)
	}
	if !awstest.Value(t, full.StoppedAt).IsZero() || awstest.Value(t, full.Operator) != "" {
		t.Errorf("a running instance of the customer's own: %+v", full)
	}
	stopped := byID["i-stopped"]
	if at := awstest.Value(t, stopped.StoppedAt); !at.Equal(time.Date(2026, 8, 1, 10, 0, 0, 0, time.UTC)) {
		t.Errorf("stopped at %s", at)
	}
	if awstest.Value(t, stopped.Operator) != "eks.amazonaws.com" || awstest.Value(t, stopped.InstanceProfile) != "" {
		t.Errorf("read as %+v", stopped)
	}
	if at, seen := byID["i-undated"].StoppedAt.Peek(); seen {
		t.Errorf("a reason without a time was read as %s", at)
	}
	bare := byID["i-bare"]
	for what, hidden := range map[string]func() bool{
		"state":    func() bool { _, h := bare.State.Gap(); return h },
		"metadata": func() bool { _, h := bare.Metadata.Gap(); return h },
		"stopped":  func() bool { _, h := bare.StoppedAt.Gap(); return h },
		"launched": func() bool { _, h := bare.LaunchedAt.Gap(); return h },
	} {
		if !hidden() {
			t.Errorf("%s was not in the answer and is known", what)
		}
	}
}
