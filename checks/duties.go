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
	{Data, "Encrypt data at rest", []string{"*-encrypt*", "*-rds-*storage-encrypt*", "*-efs-*encrypt*"}},
	{Data, "Encrypt data in transit", []string{"*-secure-transport*", "*-tls*", "*-https*", "*-in-transit*"}},
	{Data, "Keep data from the public", []string{"*-public*"}},
	{Data, "Find and classify sensitive data", []string{"*-macie2-*", "*-macie-*"}},
	{Data, "Back data up and keep the backups", []string{"*-backup*", "*-versioning*"}},
	{Data, "Test that backups can be restored", nil},
	{Data, "Prevent data loss through people and channels", nil},
	{Identity, "Require MFA, first for the most powerful", []string{"*-iam-*mfa*"}},
	{Identity, "Grant the least privilege", []string{"*-iam-*admin*", "*-iam-*privilege*", "*-iam-*escalation*"}},
	{Identity, "Rotate and remove keys and credentials", []string{"*-iam-*key*", "*-iam-*unused*", "*-secretsmanager-*rotat*"}},
	{Identity, "Review access, and trust of other accounts", []string{"*-accessanalyzer-*", "*-iam-*trust*"}},
	{Identity, "Review who has access, with the owners of the data", nil},
	{Directory, "Federate people's sign-in", []string{"*-iam-saml*", "*-iam-*federat*", "*-iam-*identity-provider*"}},
	{Directory, "Harden the directory and its conditional access", nil},
	{Devices, "Keep the devices that reach the cloud managed and healthy", nil},
	{Configuration, "Record configuration and its changes", []string{"*-config-*"}},
	{Configuration, "Harden services' settings", []string{"*-ec2-*imds*", "*-securityhub-*", "*-minor-version*"}},
	{Configuration, "Run supported versions", []string{"*-lambda-*runtime*", "*-minor-version*"}},
	{Configuration, "Keep an inventory in which everything has an owner", nil},
	{Logging, "Log the use of the account", []string{"*-cloudtrail-*"}},
	{Logging, "Log what reaches resources", []string{"*-logging*", "*-*flow-log*"}},
	{Logging, "Raise alarms on what matters", []string{"*-cloudwatch-*"}},
	{Logging, "Switch threat detection on", []string{"*-guardduty-*"}},
	{Logging, "Keep logs whole and long enough", []string{"*-cloudtrail-*validation*", "*-retention*"}},
	{Application, "Put a web application firewall before what is public", []string{"*-waf*"}},
	{Application, "Keep secrets out of code and settings", []string{"*-lambda-*secret*"}},
	{Application, "Scan dependencies and images", []string{"*-ecr-*", "*-inspector2-*"}},
	{Application, "Write and review code securely", nil},
	{Network, "Expose only what is to be reached", []string{"*-ec2-*exposure*", "*-ec2-security-group-*", "*-vpc-*"}},
	{Network, "Segment networks", []string{"*-ec2-network-acl-*", "*-ec2-nacl-*", "*-vpc-*default*", "*-ec2-*default-security-group*"}},
	{Network, "Reach services privately", []string{"*-ec2-*endpoint*", "*-vpc-*endpoint*"}},
	{OS, "Patch guest systems", []string{"*-ssm-*patch*"}},
	{OS, "Run managed agents and current images", []string{"*-ssm-*managed*", "*-ec2-*image*"}},
	{Response, "Register who is to be called", []string{"*-account-*contact*"}},
	{Response, "Let a role ask the provider for support", []string{"*-iam-support-*"}},
	{Response, "Write a plan for incidents, and test it", nil},
	{Response, "Train the people", nil},
	{Platform, "Choose and switch on what the provider offers for security", []string{"*-securityhub-*", "*-guardduty-*"}},
	{Assurance, "Read the provider's reports and sign its agreements", nil},
}
