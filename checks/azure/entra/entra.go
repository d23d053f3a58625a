// Package entra holds the checks of Microsoft Entra ID, the directory of a
// tenant. Families that differ in one datum share a file.
package entra

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	AdminConsent,
	AdminsRegistered,
	AppRegistration,
	AuthenticatorContext,
	BannedPasswords,
	CloudOnlyAdmins,
	CredentialsExpired,
	DeviceCodeFlow,
	EmailVerifiedJoin,
	GlobalAdministrators,
	GroupCreation,
	GuestAccess,
	GuestInvitations,
	GuestRoles,
	InactiveUsers,
	LegacyAuthentication,
	LockoutDuration,
	LockoutThreshold,
	MFAAdminPortals,
	MFAAdmins,
	MFAAllUsers,
	MFAGuests,
	MFAManagement,
	SecretsShortLived,
	SecurityDefaults,
	SecurityGroupCreation,
	SignInRisk,
	StrongMethods,
	TenantCreation,
	TrustedLocations,
	UserConsent,
	UserConsentLegacy,
	UserRisk,
	UsersRegistered,
}
