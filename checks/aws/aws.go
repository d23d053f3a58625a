// Package aws lists the checks of AWS.
package aws

import (
	"slices"

	"demarc/checks/aws/accessanalyzer"
	"demarc/checks/aws/account"
	"demarc/checks/aws/acm"
	"demarc/checks/aws/apigateway"
	"demarc/checks/aws/autoscaling"
	"demarc/checks/aws/cloudfront"
	"demarc/checks/aws/cloudtrail"
	"demarc/checks/aws/cloudwatch"
	"demarc/checks/aws/config"
	"demarc/checks/aws/ec2"
	"demarc/checks/aws/efs"
	"demarc/checks/aws/elb"
	"demarc/checks/aws/elbv2"
	"demarc/checks/aws/events"
	"demarc/checks/aws/guardduty"
	"demarc/checks/aws/iam"
	"demarc/checks/aws/kms"
	"demarc/checks/aws/lambda"
	"demarc/checks/aws/macie2"
	"demarc/checks/aws/organizations"
	"demarc/checks/aws/rds"
	"demarc/checks/aws/s3"
	"demarc/checks/aws/secretsmanager"
	"demarc/checks/aws/securityhub"
	"demarc/checks/aws/sns"
	"demarc/checks/aws/sqs"
	"demarc/checks/aws/ssm"
	"demarc/checks/aws/vpc"
)

// All lists every check of AWS, by service.
var All = slices.Concat(
	accessanalyzer.All,
	account.All,
	acm.All,
	apigateway.All,
	autoscaling.All,
	cloudfront.All,
	cloudtrail.All,
	cloudwatch.All,
	config.All,
	ec2.All,
	efs.All,
	elb.All,
	elbv2.All,
	events.All,
	guardduty.All,
	iam.All,
	kms.All,
	lambda.All,
	macie2.All,
	organizations.All,
	rds.All,
	s3.All,
	secretsmanager.All,
	securityhub.All,
	sns.All,
	sqs.All,
	ssm.All,
	vpc.All,
)
