package guardduty

import (
	"fmt"
	"strings"

	"demarc/checks"
	"demarc/checks/frameworks"
	"demarc/providers/aws/guardduty"
	"demarc/providers/inventory"
)

// S3Protection asks that calls on objects be watched.
var S3Protection = protection(checks.Check{
	ID:       "aws-guardduty-s3-protection",
	Title:    "GuardDuty watches the data events of Amazon S3 in every region",
	Why:      "Objects are listed, read and deleted by data events: without the plan, the theft of data from buckets goes unseen.",
	Severity: checks.High,
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"GuardDuty.10"}},
	Aliases:  []string{"prowler:guardduty_s3_protection_enabled", "securityhub:GuardDuty.10"},
	Link:     "https://docs.aws.amazon.com/guardduty/latest/ug/s3-protection.html",
}, "S3 Protection", "S3_DATA_EVENTS", "")

// EKSAuditLogs asks that the calls on clusters be watched.
var EKSAuditLogs = protection(checks.Check{
	ID:       "aws-guardduty-eks-audit-logs",
	Title:    "GuardDuty watches the audit logs of EKS clusters in every region",
	Why:      "What is done through the Kubernetes API leaves its trace in the audit log only.",
	Severity: checks.High,
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"GuardDuty.5"}},
	Aliases:  []string{"prowler:guardduty_eks_audit_log_enabled", "securityhub:GuardDuty.5"},
	Link:     "https://docs.aws.amazon.com/guardduty/latest/ug/kubernetes-protection.html",
}, "EKS Protection", "EKS_AUDIT_LOGS", "")

// LambdaProtection asks that the network traffic of functions be watched.
var LambdaProtection = protection(checks.Check{
	ID:       "aws-guardduty-lambda-protection",
	Title:    "GuardDuty watches the network activity of Lambda functions in every region",
	Why:      "A function that was taken over calls home or mines: its traffic is the only place where that shows.",
	Severity: checks.High,
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"GuardDuty.6"}},
	Aliases:  []string{"prowler:guardduty_lambda_protection_enabled", "securityhub:GuardDuty.6"},
	Link:     "https://docs.aws.amazon.com/guardduty/latest/ug/lambda-protection.html",
}, "Lambda Protection", "LAMBDA_NETWORK_LOGS", "")

// EC2MalwareProtection asks that the volumes of suspect instances be scanned.
var EC2MalwareProtection = protection(checks.Check{
	ID:       "aws-guardduty-ec2-malware-protection",
	Title:    "GuardDuty scans the volumes of suspect EC2 instances for malware in every region",
	Why:      "A finding says that an instance behaves badly; the scan says what is on it, without an agent.",
	Severity: checks.High,
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"GuardDuty.8"}},
	Aliases:  []string{"prowler:guardduty_ec2_malware_protection_enabled", "securityhub:GuardDuty.8"},
	Link:     "https://docs.aws.amazon.com/guardduty/latest/ug/malware-protection.html",
}, "Malware Protection for EC2", "EBS_MALWARE_PROTECTION", "")

// RDSProtection asks that sign-ins to databases be watched.
var RDSProtection = protection(checks.Check{
	ID:       "aws-guardduty-rds-protection",
	Title:    "GuardDuty watches the sign-ins to RDS databases in every region",
	Why:      "A guessed or stolen database password shows in who signs in, and from where.",
	Severity: checks.High,
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"GuardDuty.9"}},
	Aliases:  []string{"prowler:guardduty_rds_protection_enabled", "securityhub:GuardDuty.9"},
	Link:     "https://docs.aws.amazon.com/guardduty/latest/ug/rds-protection.html",
}, "RDS Protection", "RDS_LOGIN_EVENTS", "")

// RuntimeMonitoring asks that what runs on machines be watched.
var RuntimeMonitoring = protection(checks.Check{
	ID:       "aws-guardduty-runtime-monitoring",
	Title:    "GuardDuty Runtime Monitoring is on in every region",
	Why:      "Processes, files and connections inside a machine show an attack that no log of the cloud holds.",
	Severity: checks.High,
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"GuardDuty.11"}},
	Aliases:  []string{"securityhub:GuardDuty.11"},
	Link:     "https://docs.aws.amazon.com/guardduty/latest/ug/runtime-monitoring.html",
}, "Runtime Monitoring", "RUNTIME_MONITORING", "")

// EKSRuntime asks that the nodes of clusters be watched, with agents that
// GuardDuty keeps.
var EKSRuntime = protection(checks.Check{
	ID:       "aws-guardduty-eks-runtime-monitoring",
	Title:    "GuardDuty Runtime Monitoring manages its agents on EKS clusters in every region",
	Why:      "Agents that somebody has to install are missing from the cluster that was made last.",
	Severity: checks.High,
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"GuardDuty.7"}},
	Aliases:  []string{"prowler:guardduty_eks_runtime_monitoring_enabled", "securityhub:GuardDuty.7"},
	Link:     "https://docs.aws.amazon.com/guardduty/latest/ug/how-runtime-monitoring-works-eks.html",
}, "Runtime Monitoring", "RUNTIME_MONITORING", "EKS_ADDON_MANAGEMENT")

// ECSRuntimeAgent asks the same of Fargate tasks.
var ECSRuntimeAgent = protection(checks.Check{
	ID:       "aws-guardduty-ecs-runtime-monitoring",
	Title:    "GuardDuty Runtime Monitoring manages its agents on ECS Fargate tasks in every region",
	Why:      "On Fargate there is no host to install an agent on: GuardDuty adds it to the task, or nothing is watched.",
	Severity: checks.Medium,
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"GuardDuty.12"}},
	Aliases:  []string{"securityhub:GuardDuty.12"},
	Link:     "https://docs.aws.amazon.com/guardduty/latest/ug/how-runtime-monitoring-works-ecs-fargate.html",
}, "Runtime Monitoring", "RUNTIME_MONITORING", "ECS_FARGATE_AGENT_MANAGEMENT")

// EC2RuntimeAgent asks the same of instances.
var EC2RuntimeAgent = protection(checks.Check{
	ID:       "aws-guardduty-ec2-runtime-monitoring",
	Title:    "GuardDuty Runtime Monitoring manages its agents on EC2 instances in every region",
	Why:      "Agents that somebody has to install are missing from the instance that was started last.",
	Severity: checks.Medium,
	Controls: map[checks.Framework][]string{frameworks.FSBP: {"GuardDuty.13"}},
	Aliases:  []string{"securityhub:GuardDuty.13"},
	Link:     "https://docs.aws.amazon.com/guardduty/latest/ug/how-runtime-monitoring-works-ec2.html",
}, "Runtime Monitoring", "RUNTIME_MONITORING", "EC2_AGENT_MANAGEMENT")

// older is the plan that Runtime Monitoring took the place of: the two cannot
// be on together, and either watches EKS clusters.
const older = "EKS_RUNTIME_MONITORING"

// protection makes the check that a protection plan, or a part of it, is on in
// each region. Where GuardDuty is off, so is the plan; a plan that the region
// does not offer is not among the detector's features.
func protection(c checks.Check, plan, feature, part string) *checks.Check {
	c.Area = checks.Logging
	cli, hcl := "", ""
	console := fmt.Sprintf("GuardDuty (in each region) > Protection plans > %s > Enable", plan)
	if part != "" {
		console += ", and under *Automated agent configuration* Enable"
		cli = fmt.Sprintf(",\"AdditionalConfiguration\":[{\"Name\":\"%s\",\"Status\":\"ENABLED\"}]", part)
		hcl = fmt.Sprintf("\n\n  additional_configuration {\n    name   = \"%s\"\n    status = \"ENABLED\"\n  }", part)
	}
	c.Fix = checks.Fix{
		Console:   console + ".",
		CLI:       fmt.Sprintf("aws guardduty update-detector --detector-id <detector-id> --region <region> --features '[{\"Name\":\"%s\",\"Status\":\"ENABLED\"%s}]'", feature, cli),
		Terraform: fmt.Sprintf("resource \"aws_guardduty_detector_feature\" \"example\" {\n  detector_id = aws_guardduty_detector.example.id\n  name        = \"%s\"\n  status      = \"ENABLED\"%s\n}", feature, hcl),
	}
	c.Needs = []inventory.Source{guardduty.DetectorSettings}
	c.Run = checks.Regions(func(p *checks.Probe) {
		watching(p, func(set guardduty.Settings) {
			offered, on := false, false
			for _, name := range []string{feature, older} {
				f, there := set.Features[name]
				if name == older && part != "EKS_ADDON_MANAGEMENT" || !there {
					continue
				}
				partOn, partThere := f.Parts[part]
				offered = offered || part == "" || partThere || !f.Enabled
				on = on || f.Enabled && (part == "" || partOn)
			}
			switch {
			case !offered:
				p.Skipf("the region does not offer it")
			case !on:
				p.Evidence("feature", strings.TrimSuffix(feature+" "+part, " "))
				p.Evidence("status", "DISABLED")
				p.Failf("%s", off(plan, part))
			}
		})
	})
	return &c
}

func off(plan, part string) string {
	if part == "" {
		return plan + " is off"
	}
	return plan + " does not manage its agents (" + part + ")"
}
