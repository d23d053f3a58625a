package cloudwatch

import (
	"testing"

	"demarc/checks"
	"demarc/checks/checktest"
	"demarc/providers/aws/cloudtrail"
	"demarc/providers/aws/cloudwatch"
	"demarc/providers/inventory"
)

// family runs the cases that the checks of one family share. patterns holds,
// for each, patterns that do and patterns that do not.
func family(t *testing.T, patterns map[*checks.Check][2][]string) {
	t.Helper()
	ts := []*cloudtrail.Trail{trail(inventory.FixtureAccount)}
	have := func(pattern string) *inventory.Inventory {
		return estate(ts, []*cloudwatch.MetricFilter{filter("trail", "m", pattern)}, alarm("m"))
	}
	for c, ps := range patterns {
		t.Run(c.ID, func(t *testing.T) {
			cases := []checktest.Case{
				{Name: "no filters", Have: estate(ts, nil, alarm("m")), Want: fail},
				{Name: "another filter", Have: have(`{ $.eventName = DescribeTrails }`), Want: fail},
				{Name: "hidden", Want: unknown, Have: inventory.Fixture(inventory.Rows(cloudtrail.Trails, ts...),
					inventory.Unlisted(cloudwatch.MetricFilters, "us-east-1", checktest.Dark), inventory.Rows(cloudwatch.Alarms))},
			}
			for _, p := range ps[0] {
				cases = append(cases, checktest.Case{Name: p, Have: have(p), Want: pass})
			}
			for _, p := range ps[1] {
				cases = append(cases, checktest.Case{Name: p, Have: have(p), Want: fail})
			}
			checktest.Run(t, c, cases)
		})
	}
}

// The patterns are in the spellings that AWS's own pages use and in others.
func TestAccountAlarms(t *testing.T) {
	family(t, map[*checks.Check][2][]string{
		UnauthorizedCallsAlarm: {
			{`{($.errorCode="*UnauthorizedOperation") || ($.errorCode="AccessDenied*")}`,
				`{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") && ($.sourceIPAddress!="delivery.logs.amazonaws.com") && ($.eventName!="HeadBucket") }`,
				`{ $.errorCode = "*" }`},
			{`{ $.errorCode = "AccessDenied" }`, `{ $.errorCode = "*UnauthorizedOperation" }`}},
		SignInWithoutMFAAlarm: {
			{`{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") }`,
				`{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }`,
				`{ $.eventName = ConsoleLogin && $.additionalEventData.MFAUsed = No }`},
			{`{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed = "Yes") }`}},
		RootUseAlarm: {
			{`{$.userIdentity.type="Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType !="AwsServiceEvent"}`, `{ $.userIdentity.type = Root }`},
			{`{ $.userIdentity.type = "Root" && $.eventName = ConsoleLogin }`, `{ $.userIdentity.type = "Root" && $.eventType = "AwsApiCall" }`}},
		IAMPolicyChangesAlarm: {
			{`{($.eventSource=iam.amazonaws.com) && (($.eventName=DeleteGroupPolicy) || ($.eventName=DeleteRolePolicy) || ($.eventName=DeleteUserPolicy) || ($.eventName=PutGroupPolicy) || ($.eventName=PutRolePolicy) || ($.eventName=PutUserPolicy) || ($.eventName=CreatePolicy) || ($.eventName=DeletePolicy) || ($.eventName=CreatePolicyVersion) || ($.eventName=DeletePolicyVersion) || ($.eventName=AttachRolePolicy) || ($.eventName=DetachRolePolicy) || ($.eventName=AttachUserPolicy) || ($.eventName=DetachUserPolicy) || ($.eventName=AttachGroupPolicy) || ($.eventName=DetachGroupPolicy))}`,
				`{ $.eventSource = "iam.amazonaws.com" && $.eventName = "*Policy*" }`},
			{`{($.eventName=DeleteGroupPolicy)||($.eventName=CreatePolicy)}`, `{ $.eventSource = "iam.amazonaws.com" && $.eventName = "*Policy*" && $.userIdentity.type = "IAMUser" }`}},
		CloudTrailChangesAlarm: {
			{`{($.eventName=CreateTrail) || ($.eventName=UpdateTrail) || ($.eventName=DeleteTrail) || ($.eventName=StartLogging) || ($.eventName=StopLogging)}`,
				`?CreateTrail ?UpdateTrail ?DeleteTrail ?StartLogging ?StopLogging`},
			{`{ $.eventName = "*Trail" }`}},
		AuthenticationFailuresAlarm: {
			{`{($.eventName=ConsoleLogin) && ($.errorMessage="Failed authentication")}`, `{ $.eventName = ConsoleLogin && $.errorMessage = "Failed*" }`},
			{`{ $.eventName = ConsoleLogin && $.errorMessage = "No username found" }`, `{ $.eventName = ConsoleLogin && $.additionalEventData.MFAUsed != "Yes" }`}},
		KMSKeyDeletionAlarm: {
			{`{($.eventSource=kms.amazonaws.com) && (($.eventName=DisableKey) || ($.eventName=ScheduleKeyDeletion))}`},
			{`{ $.eventName = DisableKey }`}},
		S3PolicyChangesAlarm: {
			{`{($.eventSource=s3.amazonaws.com) && (($.eventName=PutBucketAcl) || ($.eventName=PutBucketPolicy) || ($.eventName=PutBucketCors) || ($.eventName=PutBucketLifecycle) || ($.eventName=PutBucketReplication) || ($.eventName=DeleteBucketPolicy) || ($.eventName=DeleteBucketCors) || ($.eventName=DeleteBucketLifecycle) || ($.eventName=DeleteBucketReplication))}`},
			{`{ $.eventName = PutBucketPolicy }`}},
		ConfigChangesAlarm: {
			{`{($.eventSource=config.amazonaws.com) && (($.eventName=StopConfigurationRecorder) || ($.eventName=DeleteDeliveryChannel) || ($.eventName=PutDeliveryChannel) || ($.eventName=PutConfigurationRecorder))}`},
			{`{ $.eventName = StopConfigurationRecorder }`}},
		OrganizationsChangesAlarm: {
			{`{ $.eventSource = organizations.amazonaws.com }`, named("organizations.amazonaws.com", organizationsChanges...)},
			{`{ $.eventSource = organizations.amazonaws.com && $.eventName = Leave* }`}},
	})
}
