package iam

import (
	"regexp"
	"slices"
	"strings"
	"time"
)

// Expired reports whether a binding grants nothing any more: its whole
// condition is that it is not yet the time that has come ("Configure temporary
// access", IAM documentation). Any other condition may hold.
func (b Binding) Expired(now time.Time) bool {
	m := temporary.FindStringSubmatch(b.Condition)
	if m == nil {
		return false
	}
	till, err := time.Parse(time.RFC3339, m[1])
	return err == nil && !now.Before(till)
}

var temporary = regexp.MustCompile(`^\s*request\.time\s*<\s*timestamp\(\s*["']([^"']+)["']\s*\)\s*$`)

// KindOf splits a member of a binding: "user:ada@example.com" is a "user" with
// its address. "allUsers" and "allAuthenticatedUsers" are kinds without one;
// the kind of who has been deleted is "deleted".
func KindOf(member string) (kind, id string) {
	kind, id, _ = strings.Cut(member, ":")
	return kind, id
}

// AccountIn is the address of the service account that a binding names.
func AccountIn(member string) (email string, ok bool) {
	kind, id := KindOf(member)
	return id, kind == "serviceAccount"
}

// Default reports whether a service account is one that Google Cloud makes for
// a project's own workloads, Compute Engine's or App Engine's ("Default
// service accounts", IAM documentation). The customer manages it.
func Default(email string) bool {
	name, domain, _ := strings.Cut(email, "@")
	return domain == "developer.gserviceaccount.com" && strings.HasSuffix(name, "-compute") || domain == "appspot.gserviceaccount.com"
}

// Agent reports whether an account is a service agent: Google's own, with which
// its services reach what is the customer's. It is one by the form of its name
// and by its domain, both of which Google gives out ("Service agents", IAM
// documentation): a service account of the customer that is named like one does
// not count.
func Agent(email string) bool {
	name, domain, _ := strings.Cut(email, "@")
	switch {
	case domain == "cloudservices.gserviceaccount.com":
		return true // the Google APIs Service Agent
	case !agentName.MatchString(name):
		return false
	}
	of, ok := strings.CutSuffix(domain, ".iam.gserviceaccount.com")
	return ok && (strings.HasPrefix(of, "gcp-sa-") || slices.Contains(agentDomains, of))
}

var agentName = regexp.MustCompile(`^(service-|service-org-|service-folder-|project-|bq-|org-|folder-|p|o)[0-9]+(-[a-z0-9]+)?$`)

// agentDomains are those of the documentation's list that do not begin with
// "gcp-sa-".
var agentDomains = []string{
	"bigquery-encryption", "cloud-cdn-fill", "cloud-filer", "cloud-memcache-sa", "cloud-ml.google.com", "cloud-redis", "cloud-tpu",
	"cloudcomposer-accounts", "compute-system", "container-analysis", "container-engine-robot", "containerregistry",
	"dataflow-service-producer-prod", "dataproc-accounts", "dlp-api", "endpoints-portal", "firebase-rules", "gae-api-prod.google.com",
	"gcf-admin-robot", "genomics-api.google.com", "gs-project-accounts", "monitoring-notification", "remotebuildexecution",
	"security-center-api", "serverless-robot-prod", "service-consumer-management", "service-networking", "sourcerepo-service-accounts",
	"storage-transfer-service",
}
