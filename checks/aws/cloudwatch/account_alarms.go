package cloudwatch

import (
	"demarc/checks"
	"demarc/checks/frameworks"
)

// UnauthorizedCallsAlarm asks for an alarm on calls that are refused.
var UnauthorizedCallsAlarm = alarmOn(checks.Check{
	ID:       "aws-cloudwatch-unauthorized-calls-alarm",
	Title:    "An alarm is raised on unauthorized API calls",
	Why:      "A burst of refused calls is what an intruder who feels the way around looks like, and what a broken deployment looks like too.",
	Severity: checks.Low,
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"5.1"}},
	Aliases:  []string{"prowler:cloudwatch_log_metric_filter_unauthorized_api_calls", "securityhub:CloudWatch.2"},
}, `{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }`, refused())

// SignInWithoutMFAAlarm asks for an alarm on sign-ins without MFA.
var SignInWithoutMFAAlarm = alarmOn(checks.Check{
	ID:       "aws-cloudwatch-sign-in-without-mfa-alarm",
	Title:    "An alarm is raised when a user signs in to the console without MFA",
	Why:      "A sign-in with a password alone is either a user without MFA, to be mended, or somebody else with the user's password.",
	Severity: checks.Medium,
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"5.2"}},
	Aliases:  []string{"prowler:cloudwatch_log_metric_filter_sign_in_without_mfa", "securityhub:CloudWatch.3"},
}, `{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }`,
	[]sample{signIn("ConsoleLogin without MFA", user, "Success", nil)})

// RootUseAlarm asks for an alarm on what the root user does.
var RootUseAlarm = alarmOn(checks.Check{
	ID:       "aws-cloudwatch-root-use-alarm",
	Title:    "An alarm is raised when the root user is used",
	Why:      "The root user can do anything and is needed for next to nothing: each use of it wants an explanation.",
	Severity: checks.Medium,
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"5.3"}},
	Aliases:  []string{"prowler:cloudwatch_log_metric_filter_root_usage", "securityhub:CloudWatch.1"},
}, `{ ($.userIdentity.type = "Root") && ($.userIdentity.invokedBy NOT EXISTS) && ($.eventType != "AwsServiceEvent") }`,
	[]sample{
		signIn("ConsoleLogin of the root user", root, "Success", nil),
		{"a call of the root user's", "iam.amazonaws.com", record("iam.amazonaws.com", "CreateAccessKey", "us-east-1", root, nil)},
		{"a call of the root user's", "s3.amazonaws.com", record("s3.amazonaws.com", "DeleteBucketPolicy", "eu-central-1", root, nil)},
	})

// IAMPolicyChangesAlarm asks for an alarm on changes of permissions.
var IAMPolicyChangesAlarm = alarmOn(checks.Check{
	ID:       "aws-cloudwatch-iam-policy-changes-alarm",
	Title:    "An alarm is raised when IAM policies are changed",
	Why:      "Whoever gains a foothold next widens what it may do: by attaching or rewriting a policy.",
	Severity: checks.Low,
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"5.4"}},
	Aliases:  []string{"prowler:cloudwatch_log_metric_filter_policy_changes", "securityhub:CloudWatch.4"},
}, named("iam.amazonaws.com", iamPolicyChanges...), calls("iam.amazonaws.com", iamPolicyChanges...))

var iamPolicyChanges = []string{
	"DeleteGroupPolicy", "DeleteRolePolicy", "DeleteUserPolicy", "PutGroupPolicy", "PutRolePolicy", "PutUserPolicy",
	"CreatePolicy", "DeletePolicy", "CreatePolicyVersion", "DeletePolicyVersion", "AttachRolePolicy", "DetachRolePolicy",
	"AttachUserPolicy", "DetachUserPolicy", "AttachGroupPolicy", "DetachGroupPolicy",
}

// CloudTrailChangesAlarm asks for an alarm on changes of the trails themselves.
var CloudTrailChangesAlarm = alarmOn(checks.Check{
	ID:       "aws-cloudwatch-cloudtrail-changes-alarm",
	Title:    "An alarm is raised when CloudTrail's configuration is changed",
	Why:      "Switching the logs off is how an intruder stays unseen; the call that does so is the last one that is logged.",
	Severity: checks.Medium,
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"5.5"}},
	Aliases:  []string{"prowler:cloudwatch_log_metric_filter_and_alarm_for_cloudtrail_configuration_changes_enabled", "securityhub:CloudWatch.5"},
}, named("", cloudTrailChanges...), calls("cloudtrail.amazonaws.com", cloudTrailChanges...))

var cloudTrailChanges = []string{"CreateTrail", "UpdateTrail", "DeleteTrail", "StartLogging", "StopLogging"}

// AuthenticationFailuresAlarm asks for an alarm on failed sign-ins.
var AuthenticationFailuresAlarm = alarmOn(checks.Check{
	ID:       "aws-cloudwatch-authentication-failures-alarm",
	Title:    "An alarm is raised on failed sign-ins to the console",
	Why:      "Failed sign-ins, and the addresses that they come from, are how the guessing of passwords shows.",
	Severity: checks.Low,
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"5.6"}},
	Aliases:  []string{"prowler:cloudwatch_log_metric_filter_authentication_failures", "securityhub:CloudWatch.6"},
}, `{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }`,
	[]sample{
		signIn("failed ConsoleLogin", user, "Failure", map[string]any{"errorMessage": "Failed authentication"}),
		signIn("failed ConsoleLogin", user, "Failure", map[string]any{"errorMessage": "Failed authentication", "additionalEventData": map[string]any{"MobileVersion": "No", "MFAUsed": "Yes"}}),
	})

// KMSKeyDeletionAlarm asks for an alarm on keys that are taken out of use.
var KMSKeyDeletionAlarm = alarmOn(checks.Check{
	ID:       "aws-cloudwatch-kms-key-deletion-alarm",
	Title:    "An alarm is raised when a KMS key is disabled or its deletion is scheduled",
	Why:      "What a deleted key encrypted is lost for good. The waiting period helps only if somebody hears of it.",
	Severity: checks.Medium,
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"5.7"}},
	Aliases:  []string{"prowler:cloudwatch_log_metric_filter_disable_or_scheduled_deletion_of_kms_cmk", "securityhub:CloudWatch.7"},
}, named("kms.amazonaws.com", "DisableKey", "ScheduleKeyDeletion"), calls("kms.amazonaws.com", "DisableKey", "ScheduleKeyDeletion"))

// S3PolicyChangesAlarm asks for an alarm on changes of who may reach buckets.
var S3PolicyChangesAlarm = alarmOn(checks.Check{
	ID:       "aws-cloudwatch-s3-policy-changes-alarm",
	Title:    "An alarm is raised when policies of S3 buckets are changed",
	Why:      "A bucket becomes public, or begins to copy itself elsewhere, by one such call.",
	Severity: checks.Low,
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"5.8"}},
	Aliases:  []string{"prowler:cloudwatch_log_metric_filter_for_s3_bucket_policy_changes", "securityhub:CloudWatch.8"},
}, named("s3.amazonaws.com", s3PolicyChanges...), calls("s3.amazonaws.com", s3PolicyChanges...))

var s3PolicyChanges = []string{
	"PutBucketAcl", "PutBucketPolicy", "PutBucketCors", "PutBucketLifecycle", "PutBucketReplication",
	"DeleteBucketPolicy", "DeleteBucketCors", "DeleteBucketLifecycle", "DeleteBucketReplication",
}

// ConfigChangesAlarm asks for an alarm on changes of AWS Config.
var ConfigChangesAlarm = alarmOn(checks.Check{
	ID:       "aws-cloudwatch-config-changes-alarm",
	Title:    "An alarm is raised when AWS Config's configuration is changed",
	Why:      "Once the recorder is stopped, nobody can say later what was changed, or when.",
	Severity: checks.Low,
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"5.9"}},
	Aliases:  []string{"prowler:cloudwatch_log_metric_filter_and_alarm_for_aws_config_configuration_changes_enabled", "securityhub:CloudWatch.9"},
}, named("config.amazonaws.com", configChanges...), calls("config.amazonaws.com", configChanges...))

var configChanges = []string{"StopConfigurationRecorder", "DeleteDeliveryChannel", "PutDeliveryChannel", "PutConfigurationRecorder"}

// OrganizationsChangesAlarm asks for an alarm on changes of the organization.
var OrganizationsChangesAlarm = alarmOn(checks.Check{
	ID:       "aws-cloudwatch-organizations-changes-alarm",
	Title:    "An alarm is raised when AWS Organizations is changed",
	Why:      "Leaving the organization, or detaching its policies, lifts the guard rails of an account at one stroke.",
	Severity: checks.Low,
	Controls: map[checks.Framework][]string{frameworks.CISAWS7: {"5.15"}},
	Aliases:  []string{"prowler:cloudwatch_log_metric_filter_aws_organizations_changes"},
}, named("organizations.amazonaws.com", organizationsChanges...), calls("organizations.amazonaws.com", organizationsChanges...))

var organizationsChanges = []string{
	"AcceptHandshake", "AttachPolicy", "CreateAccount", "CreateOrganizationalUnit", "CreatePolicy", "DeclineHandshake",
	"DeleteOrganization", "DeleteOrganizationalUnit", "DeletePolicy", "DetachPolicy", "DisablePolicyType", "EnablePolicyType",
	"InviteAccountToOrganization", "LeaveOrganization", "MoveAccount", "RemoveAccountFromOrganization", "UpdatePolicy", "UpdateOrganizationalUnit",
}
