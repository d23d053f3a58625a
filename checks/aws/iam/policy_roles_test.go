package iam

import "testing"

func TestAssumeRole(t *testing.T) {
	both(t, PolicyAssumeRole, InlineAssumeRole, []string{
		everything,
		`{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}`,
		`{"Effect":"Allow","Action":"sts:*","Resource":"arn:aws:iam::111122223333:role/*"}`,
		`{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"},{"Effect":"Deny","Action":"sts:AssumeRole","Resource":"arn:aws:iam::*:role/guard"}`,
	}, []string{
		reading,
		`{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"},{"Effect":"Deny","Action":"sts:*","Resource":"arn:aws:iam::*:role/*"}`,
		`{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"},{"Effect":"Deny","Action":"sts:*","NotResource":"arn:aws:iam::111122223333:role/task"}`,
		`{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"arn:aws:iam::111122223333:role/deploy-*"}`,
		`{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*","Condition":{"StringEquals":{"aws:ResourceOrgID":"o-larkspur00"}}}`,
	})
}

func TestPassRole(t *testing.T) {
	both(t, PolicyPassRole, InlinePassRole, []string{everything, `{"Effect":"Allow","Action":"iam:Pass*","Resource":"*"}`},
		[]string{reading, passesToECS, `{"Effect":"Allow","Action":"iam:PassRole","Resource":"arn:aws:iam::111122223333:role/task"}`})
}

func TestNotAction(t *testing.T) {
	both(t, PolicyNotAction, InlineNotAction, []string{
		`{"Effect":"Allow","NotAction":["iam:*","organizations:*"],"Resource":"*"}`,
		`{"Effect":"Allow","NotAction":"s3:*","NotResource":"arn:aws:s3:::b"}`,
		`{"Effect":"Allow","NotAction":"s3:*","Resource":"arn:aws:*:*:*:*"}`,
	}, []string{
		reading, everything,
		`{"Effect":"Deny","NotAction":"iam:*","Resource":"*"}`,
		`{"Effect":"Allow","NotAction":"s3:Delete*","Resource":"arn:aws:s3:::b/*"}`,
	})
}
