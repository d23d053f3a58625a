// Package iam holds the checks of Cloud IAM. A grant is judged where it is
// attached: a family of checks has one for projects, and one for the
// organization and its folders, in the same file.
package iam

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	AuditLogs,
	DefaultServiceAccountEditor,
	OrganizationAuditExemptions,
	OrganizationBasicRoles,
	OrganizationConsumerAccounts,
	OrganizationKMSSeparation,
	OrganizationPublic,
	OrganizationServiceAccountAdmin,
	OrganizationServiceAccountSeparation,
	OrganizationServiceAccountUse,
	ProjectBasicRoles,
	ProjectConsumerAccounts,
	ProjectKMSSeparation,
	ProjectPublic,
	ProjectServiceAccountAdmin,
	ProjectServiceAccountSeparation,
	ProjectServiceAccountUse,
	ServiceAccountKeyRotated,
	ServiceAccountKeyUsed,
	ServiceAccountNoKeys,
	ServiceAccountPublic,
	ServiceAccountUsed,
	WorkloadIdentityCondition,
}
