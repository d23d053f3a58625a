package sns

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go-v2/service/sns/types"

	"demarc/providers/aws/awsfake"
	"demarc/providers/aws/awstest"
)

const prefix = "arn:aws:sns:us-east-1:111122223333:"

func TestTopics(t *testing.T) {
	var e awsfake.Estate
	awsfake.On(&e, func(c awsfake.Call, in *sns.ListTopicsInput) (*sns.ListTopicsOutput, error) {
		if c.Region != "us-east-1" {
			return &sns.ListTopicsOutput{}, nil
		}
		var all []types.Topic
		for _, n := range []string{"plain", "sealed", "part", "broken", "gone"} {
			all = append(all, types.Topic{TopicArn: new(prefix + n)})
		}
		page, next := awsfake.Page(all, in.NextToken, 2)
		return &sns.ListTopicsOutput{Topics: page, NextToken: next}, nil
	})
	const text = `{"Version":"2008-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"SNS:Publish","Resource":"x","Condition":{"StringEquals":{"AWS:SourceOwner":"111122223333"}}}]}`
	awsfake.On(&e, func(_ awsfake.Call, in *sns.GetTopicAttributesInput) (*sns.GetTopicAttributesOutput, error) {
		switch *in.TopicArn {
		case prefix + "gone":
			return nil, awsfake.Wrap(404, &types.NotFoundException{})
		case prefix + "part":
			return &sns.GetTopicAttributesOutput{Attributes: map[string]string{"TopicArn": *in.TopicArn}}, nil
		case prefix + "broken":
			return &sns.GetTopicAttributesOutput{Attributes: map[string]string{"Policy": "{", "KmsMasterKeyId": "k"}}, nil
		case prefix + "sealed":
			return &sns.GetTopicAttributesOutput{Attributes: map[string]string{"Policy": text, "KmsMasterKeyId": "alias/aws/sns", "SubscriptionsConfirmed": "2"}}, nil
		}
		return &sns.GetTopicAttributesOutput{Attributes: map[string]string{"Policy": text}}, nil
	})
	inv := awstest.Collect(t, &e, TopicAttributes)
	rows := awstest.Rows(t, inv, Topics) // broken, part, plain, sealed
	if len(rows) != 4 || inv.Gone() != 1 {
		t.Fatalf("%d rows, %d gone", len(rows), inv.Gone())
	}
	broken, part, plain, sealed := awstest.Value(t, rows[0].Attributes), awstest.Value(t, rows[1].Attributes), awstest.Value(t, rows[2].Attributes), awstest.Value(t, rows[3].Attributes)
	if _, hidden := broken.Policy.Gap(); !hidden || awstest.Value(t, broken.KMSKey) != "k" {
		t.Errorf("a policy that cannot be parsed: %+v", broken)
	}
	if _, hidden := part.KMSKey.Gap(); !hidden {
		t.Errorf("an answer in part: %+v", part)
	}
	if awstest.Value(t, plain.KMSKey) != "" || awstest.Value(t, plain.Policy).Document == nil {
		t.Errorf("a plain topic: %+v", plain)
	}
	if _, hidden := plain.Subscribers.Gap(); !hidden {
		t.Errorf("an answer without the number of subscriptions: %+v", plain)
	}
	if awstest.Value(t, sealed.KMSKey) != "alias/aws/sns" || awstest.Value(t, sealed.Subscribers) != 2 {
		t.Errorf("an encrypted topic: %+v", sealed)
	}
}
