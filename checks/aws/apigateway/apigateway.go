// Package apigateway holds the checks of Amazon API Gateway, one to a file.
package apigateway

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	APIPrivateIntegrationTLS,
	APIRouteAuthorization,
	DomainNameTLSPolicy,
	RestAPIAuthorization,
	RestStageCacheEncryption,
	RestStageClientCertificate,
	RestStageLogging,
	RestStageTracing,
	RestStageWAF,
	StageAccessLogging,
	WebSocketStageLogging,
}

// logs reports whether a logging level writes execution logs.
func logs(level string) bool { return level == "ERROR" || level == "INFO" }
