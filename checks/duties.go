package checks

import "path"

// A Duty is something that the customer has to do, in the words of the areas'
// rows. Which checks look at it is said by patterns of check ids, so that what
// no check looks at can be shown.
type Duty struct {
	Area   Area
	Text   string
	Checks []string // patterns as of path.Match
}

// LookedAt reports whether a check named id looks at the duty.
func (d Duty) LookedAt(id string) bool {
	for _, p := range d.Checks {
		if ok, err := path.Match(p, id); ok && err == nil {
			return true
		}
	}
	return false
}

// Duties lists the customer's duties by area.
var Duties = []Duty{
	{Data, "Encrypt data at rest", []string{"aws-*-encrypt*", "aws-rds-*storage-encrypt*", "aws-efs-*encrypt*"}},
	{Data, "Encrypt data in transit", []string{"aws-*-secure-transport*", "aws-*-tls*", "aws-*-https*", "aws-*-in-transit*"}},
	{Data, "Keep data from the public", []string{"aws-*-public*"}},
	{Data, "Find and classify sensitive data", []string{"aws-macie2-*", "aws-macie-*"}},
	{Data, "Back data up and keep the backups", []string{"aws-*-backup*", "aws-*-versioning*"}},
	{Data, "Test that backups can be restored", nil},
	{Data, "Prevent data loss through people and channels", nil},
	{Identity, "Require MFA, first for the most powerful", []string{"aws-iam-*mfa*"}},
	{Identity, "Grant the least privilege", []string{"aws-iam-*admin*", "aws-iam-*privilege*", "aws-iam-*escalation*"}},
	{Identity, "Rotate and remove keys and credentials", []string{"aws-iam-*key*", "aws-iam-*unused*", "aws-secretsmanager-*rotat*"}},
	{Identity, "Review access, and trust of other accounts", []string{"aws-accessanalyzer-*", "aws-iam-*trust*"}},
	{Identity, "Review who has access, with the owners of the data", nil},
	{Directory, "Federate people's sign-in", []string{"aws-iam-saml*", "aws-iam-*federat*", "aws-iam-*identity-provider*"}},
	{Directory, "Harden the directory and its conditional access", nil},
	{Devices, "Keep the devices that reach the cloud managed and healthy", nil},
	{Configuration, "Record configuration and its changes", []string{"aws-config-*"}},
	{Configuration, "Harden services' settings", []string{"aws-ec2-*imds*", "aws-securityhub-*", "aws-*-minor-version*"}},
	{Configuration, "Run supported versions", []string{"aws-lambda-*runtime*", "aws-*-minor-version*"}},
	{Configuration, "Keep an inventory in which everything has an owner", nil},
	{Logging, "Log the use of the account", []string{"aws-cloudtrail-*"}},
	{Logging, "Log what reaches resources", []string{"aws-*-logging*", "aws-*flow-log*"}},
	{Logging, "Raise alarms on what matters", []string{"aws-cloudwatch-*"}},
	{Logging, "Switch threat detection on", []string{"aws-guardduty-*"}},
	{Logging, "Keep logs whole and long enough", []string{"aws-cloudtrail-*validation*", "aws-*-retention*"}},
	{Application, "Put a web application firewall before what is public", []string{"aws-*-waf*"}},
	{Application, "Keep secrets out of code and settings", []string{"aws-lambda-*secret*"}},
	{Application, "Scan dependencies and images", []string{"aws-ecr-*", "aws-inspector2-*"}},
	{Application, "Write and review code securely", nil},
	{Network, "Expose only what is to be reached", []string{"aws-ec2-*exposure*", "aws-ec2-security-group-*", "aws-vpc-*"}},
	{Network, "Segment networks", []string{"aws-ec2-network-acl-*", "aws-ec2-nacl-*", "aws-vpc-*default*", "aws-ec2-*default-security-group*"}},
	{Network, "Reach services privately", []string{"aws-ec2-*endpoint*", "aws-vpc-*endpoint*"}},
	{OS, "Patch guest systems", []string{"aws-ssm-*patch*"}},
	{OS, "Run managed agents and current images", []string{"aws-ssm-*managed*", "aws-ec2-*image*"}},
	{Response, "Register who is to be called", []string{"aws-account-*contact*"}},
	{Response, "Let a role ask the provider for support", []string{"aws-iam-support-*"}},
	{Response, "Write a plan for incidents, and test it", nil},
	{Response, "Train the people", nil},
	{Platform, "Choose and switch on what the provider offers for security", []string{"aws-securityhub-*", "aws-guardduty-*"}},
	{Assurance, "Read the provider's reports and sign its agreements", nil},
}
