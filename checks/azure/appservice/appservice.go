// Package appservice holds the checks of Azure App Service, one to a file.
package appservice

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	Authentication,
	BasicAuthPublishing,
	CORS,
	ClientCertificates,
	FTP,
	FunctionPublicAccess,
	FunctionVirtualNetwork,
	HTTP2,
	HTTPLogs,
	HTTPSOnly,
	IdentityPrivileges,
	ManagedIdentity,
	MinimumTLS,
	RemoteDebugging,
	Runtime,
	ScmMinimumTLS,
}
