package trust

import (
	"slices"
	"testing"

	"demarc/providers/aws"
	"demarc/providers/aws/awsfake"
	"demarc/providers/inventory"
)

func TestParse(t *testing.T) {
	var e awsfake.Estate
	sess := aws.NewSession(e.Config("111122223333", "us-east-1"), "111122223333", "aws", aws.Tuning{})
	sess.Trusted = func(a string) bool { return a == "111122223333" || a == "222233334444" }
	s := inventory.Scope{Level: inventory.AtRegion, Account: "111122223333", Region: "us-east-1", Session: sess}
	got, err := Parse(s, new(`{"Statement":[{"Effect":"Allow","Action":"kms:*","Resource":"*",
		"Principal":{"AWS":["arn:aws:iam::999988887777:root","222233334444"]},
		"Condition":{"ArnLike":{"aws:SourceArn":"arn:aws:sns:us-east-1:111122223333:t"}}}]}`))
	if err != nil || got.Document == nil || !slices.Equal(got.Trusted, []string{"111122223333", "222233334444"}) {
		t.Errorf("got %+v, %v", got, err)
	}
	for _, none := range []*string{nil, new("")} {
		if got, err := Parse(s, none); err != nil || got.Document != nil {
			t.Errorf("no policy gives %+v, %v", got, err)
		}
	}
	if _, err := Parse(s, new("{")); err == nil {
		t.Error("a broken policy is taken for one")
	}
	if _, hidden := Attribute(s, "SNS GetTopicAttributes", new("{")).Gap(); !hidden {
		t.Error("a broken attribute is no gap")
	}
}
