package iam

import "testing"

func TestWholeService(t *testing.T) {
	both(t, PolicyWholeService, nil, []string{everything, `{"Effect":"Allow","Action":["s3:*","ec2:Describe*"],"Resource":"arn:aws:s3:::b"}`},
		[]string{reading, `{"Effect":"Allow","Action":"ec2:Describe*","Resource":"*"}`, `{"Effect":"Deny","Action":"s3:*","Resource":"*"}`})
}

func TestGuardedServices(t *testing.T) {
	both(t, PolicyGuardedServices, InlineGuardedServices, []string{
		everything,
		`{"Effect":"Allow","Action":"cloudtrail:*","Resource":"*"}`,
		`{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}`,
		`{"Effect":"Allow","Action":"kms:*","Resource":"arn:aws:kms:*:111122223333:key/*"}`,
		`{"Effect":"Allow","Action":["kms:*"],"Resource":["arn:aws:kms:*"]}`,
		`{"Effect":"Allow","Action":"cloudtrail:*","Resource":"arn:aws:cloudtrail:*:*:*"}`,
	}, []string{
		reading,
		`{"Effect":"Allow","Action":"kms:*","Resource":"arn:aws:kms:us-east-1:111122223333:key/0aa0"}`,
		`{"Effect":"Allow","Action":"kms:*","Resource":"arn:aws:kms:*:111122223333:alias/*"}`,
		`{"Effect":"Allow","Action":["cloudtrail:Describe*","kms:List*"],"Resource":"*"}`,
		`{"Effect":"Allow","Action":"cloudtrail:*","Resource":"*"},{"Effect":"Deny","Action":"cloudtrail:StopLogging","Resource":"*"}`,
	})
}

func TestMarketplace(t *testing.T) {
	both(t, PolicyMarketplace, InlineMarketplace, []string{everything, `{"Effect":"Allow","Action":"aws-marketplace:*","Resource":"*"}`},
		[]string{reading, `{"Effect":"Allow","Action":"aws-marketplace:Subscribe","Resource":"*","Condition":{"ForAnyValue:StringEquals":{"aws-marketplace:ProductId":["prod-1"]}}}`})
}
