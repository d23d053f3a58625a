// Package bigquery holds the checks of BigQuery, one to a file.
package bigquery

import "demarc/checks"

// All lists the package's checks.
var All = []*checks.Check{
	DatasetCustomerKey,
	DatasetPublic,
	TableCustomerKey,
	TablePublic,
}
