// Package gcp lists the checks of Google Cloud.
package gcp

import (
	"slices"

	"demarc/checks/gcp/accessapproval"
	"demarc/checks/gcp/apikeys"
	"demarc/checks/gcp/bigquery"
	"demarc/checks/gcp/cloudfunctions"
	"demarc/checks/gcp/cloudsql"
	"demarc/checks/gcp/compute"
	"demarc/checks/gcp/dataproc"
	"demarc/checks/gcp/dns"
	"demarc/checks/gcp/essentialcontacts"
	"demarc/checks/gcp/gke"
	"demarc/checks/gcp/iam"
	"demarc/checks/gcp/kms"
	"demarc/checks/gcp/loadbalancing"
	"demarc/checks/gcp/logging"
	"demarc/checks/gcp/network"
	"demarc/checks/gcp/orgpolicy"
	"demarc/checks/gcp/run"
	"demarc/checks/gcp/secretmanager"
	"demarc/checks/gcp/serviceusage"
	"demarc/checks/gcp/storage"
)

// All lists every check of Google Cloud, by service.
var All = slices.Concat(
	accessapproval.All,
	apikeys.All,
	bigquery.All,
	cloudfunctions.All,
	cloudsql.All,
	compute.All,
	dataproc.All,
	dns.All,
	essentialcontacts.All,
	gke.All,
	iam.All,
	kms.All,
	loadbalancing.All,
	logging.All,
	network.All,
	orgpolicy.All,
	run.All,
	secretmanager.All,
	serviceusage.All,
	storage.All,
)
