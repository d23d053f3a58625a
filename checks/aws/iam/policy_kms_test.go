package iam

import "testing"

func TestKMS(t *testing.T) {
	both(t, PolicyKMS, InlineKMS, []string{
		everything,
		`{"Effect":"Allow","Action":"kms:Decrypt","Resource":"*"}`,
		`{"Effect":"Allow","Action":"kms:ReEncrypt*","Resource":"arn:aws:kms:*:111122223333:key/*"}`,
	}, []string{
		reading,
		`{"Effect":"Allow","Action":"kms:Decrypt","Resource":"arn:aws:kms:us-east-1:111122223333:key/0aa0"}`,
		`{"Effect":"Allow","Action":"kms:DescribeKey","Resource":"*"}`,
	})
}
