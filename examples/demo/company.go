// Package demo is Larkspur, a made-up company with two flawed AWS accounts. It
// is served by an in-process double of the AWS API, so that a scan of it runs
// the same code as a scan of a real account, without network or credentials.
package demo

import (
	"time"

	"demarc/providers/aws/awsfake"
)

// The accounts. The organization's management account is not scanned.
const (
	Shop       = "111122223333" // production: the web shop
	Lab        = "444455556666" // development
	management = "999988887777"
	partner    = "222233334444" // a supplier's account
)

// The regions that both accounts have switched on.
const (
	virginia  = "us-east-1" // the home region
	frankfurt = "eu-central-1"
	sydney    = "ap-southeast-2"
)

// Accounts lists the accounts that a scan reads, with their names.
var Accounts = []struct{ ID, Name string }{{Shop, "larkspur-shop"}, {Lab, "larkspur-lab"}}

// Regions lists the regions that are switched on.
var Regions = []string{virginia, frankfurt, sydney}

// Now is the clock of the demo: its ages never change.
var Now = time.Date(2026, 11, 24, 9, 30, 0, 0, time.UTC)

// daysAgo is a moment before Now.
func daysAgo(n int) *time.Time { return new(Now.AddDate(0, 0, -n)) }

// Estate returns the company, ready to answer.
func Estate() *awsfake.Estate {
	e := &awsfake.Estate{}
	for _, answer := range services {
		answer(e)
	}
	return e
}

// services are the parts of the double, one file to a service.
var services = []func(*awsfake.Estate){
	accessanalyzerAnswers,
	accountAnswers,
	acmAnswers,
	apigatewayAnswers,
	assuranceAnswers,
	autoscalingAnswers,
	cloudfrontAnswers,
	cloudtrailAnswers,
	cloudwatchAnswers,
	configAnswers,
	ec2Answers,
	efsAnswers,
	elbAnswers,
	elbv2Answers,
	eventsAnswers,
	guarddutyAnswers,
	iamAnswers,
	kmsAnswers,
	lambdaAnswers,
	macie2Answers,
	organizationsAnswers,
	rdsAnswers,
	s3Answers,
	scopeAnswers,
	secretsmanagerAnswers,
	securityhubAnswers,
	snsAnswers,
	sqsAnswers,
	ssmAnswers,
	tagAnswers,
	vpcAnswers,
}

// A place is an account's region; region "" stands for what is global.
type place struct{ account, region string }

// at is the place that a call asks about.
func at(c awsfake.Call) place { return place{c.Account, c.Region} }
