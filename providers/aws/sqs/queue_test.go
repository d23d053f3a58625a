package sqs

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/aws-sdk-go-v2/service/sqs/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

func TestQueues(t *testing.T) {
	var e awsfake.Estate
	const at = "https://sqs.us-east-1.amazonaws.com/111122223333/"
	awsfake.On(&e, func(c awsfake.Call, in *sqs.ListQueuesInput) (*sqs.ListQueuesOutput, error) {
		if c.Region != "us-east-1" {
			return &sqs.ListQueuesOutput{}, nil // a region without queues answers without a list
		}
		page, next := awsfake.Page([]string{at + "plain", at + "sealed", at + "part", at + "gone", at + "gone-too"}, in.NextToken, 2)
		return &sqs.ListQueuesOutput{QueueUrls: page, NextToken: next}, nil
	})
	awsfake.On(&e, func(_ awsfake.Call, in *sqs.GetQueueAttributesInput) (*sqs.GetQueueAttributesOutput, error) {
		a := map[string]string{"QueueArn": "arn"}
		switch *in.QueueUrl {
		case at + "gone":
			return nil, awsfake.Wrap(400, &types.QueueDoesNotExist{})
		case at + "gone-too":
			return nil, awsfake.Wrap(400, &types.QueueDoesNotExist{ErrorCodeOverride: new("AWS.SimpleQueueService.NonExistentQueue")})
		case at + "plain":
			a["SqsManagedSseEnabled"] = "false"
		case at + "sealed":
			a["SqsManagedSseEnabled"], a["KmsMasterKeyId"] = "false", "alias/orders"
			a["Policy"] = `{"Statement":{"Effect":"Allow","Principal":"*","Action":"sqs:*","Resource":"*"}}`
		}
		return &sqs.GetQueueAttributesOutput{Attributes: a}, nil
	})
	inv := awstest.Collect(t, &e, QueueAttributes)
	rows := awstest.Rows(t, inv, Queues) // part, plain, sealed
	if len(rows) != 3 || inv.Gone() != 2 || rows[1].Full != "arn:aws:sqs:us-east-1:111122223333:plain" || rows[1].ID != "plain" {
		t.Fatalf("rows %+v, %d gone", rows, inv.Gone())
	}
	part, plain, sealed := awstest.Value(t, rows[0].Attributes), awstest.Value(t, rows[1].Attributes), awstest.Value(t, rows[2].Attributes)
	if _, hidden := part.ManagedSSE.Gap(); !hidden {
		t.Errorf("an answer without SqsManagedSseEnabled: %+v", part)
	}
	if awstest.Value(t, plain.ManagedSSE) || awstest.Value(t, plain.KMSKey) != "" || awstest.Value(t, plain.Policy).Document != nil {
		t.Errorf("a plain queue: %+v", plain)
	}
	if awstest.Value(t, sealed.KMSKey) != "alias/orders" || awstest.Value(t, sealed.Policy).Document == nil {
		t.Errorf("an encrypted queue: %+v", sealed)
	}
}
