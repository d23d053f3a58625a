// Package bigquery collects the datasets and tables of BigQuery.
package bigquery

import (
	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// A Dataset holds tables.
type Dataset struct {
	inventory.Resource
	Type   inventory.Known[string]   // "DEFAULT", "LINKED"
	Access inventory.Known[[]Access] // as far as it was given; the IAM policy says the same
	KMSKey inventory.Known[string]   // of new tables; "" where it is Google's
}

// An Access is what a dataset grants to everybody.
type Access struct {
	Role   string // "READER", "roles/bigquery.dataViewer"
	Member string // "allUsers", "allAuthenticatedUsers"
}

type encryption struct {
	KMSKeyName *string `json:"kmsKeyName"`
}

// key is the key of the customer's, where there is one: "after this property is
// set, the encryption key … is set to this value".
func (e *encryption) key() inventory.Known[string] {
	if e == nil {
		return inventory.Of("")
	}
	return inventory.FromPtr(e.KMSKeyName, inventory.Unanswered[string]("Cloud Asset Inventory bigquery.googleapis.com", "kmsKeyName"))
}

type dataset struct {
	Type   *string `json:"type"`
	Access []struct {
		Role         string `json:"role"`
		SpecialGroup string `json:"specialGroup"`
		IAMMember    string `json:"iamMember"`
	} `json:"access"`
	Encryption *encryption `json:"defaultEncryptionConfiguration"`
}

var (
	datasets = gcp.Resources("bigquery.googleapis.com/Dataset")
	tables   = gcp.Resources("bigquery.googleapis.com/Table")
)

// Datasets lists the datasets of a project.
var Datasets = &inventory.Type[Dataset]{
	Kind: "gcp.bigquery.Dataset", Level: inventory.AtAccount, Model: inventory.Serverless, Workload: true,
	Uses: []inventory.Source{datasets},
	List: gcp.List(datasets, func(r inventory.Resource, d dataset) *Dataset {
		var everybody []Access
		for _, a := range d.Access {
			for _, who := range []string{a.SpecialGroup, a.IAMMember} {
				if who == "allUsers" || who == "allAuthenticatedUsers" {
					everybody = append(everybody, Access{a.Role, who})
				}
			}
		}
		return &Dataset{
			Resource: r, Type: inventory.FromPtr(d.Type, inventory.Of("DEFAULT")), // the one that is of no special kind
			Access: inventory.Of(everybody), KMSKey: d.Encryption.key(),
		}
	}),
}

// A Table is a table, or something that looks like one.
type Table struct {
	inventory.Resource
	Type   inventory.Known[string] // "TABLE", "VIEW", "MATERIALIZED_VIEW", "EXTERNAL", "SNAPSHOT"
	KMSKey inventory.Known[string]
}

type table struct {
	Type       *string     `json:"type"`
	Encryption *encryption `json:"encryptionConfiguration"`
}

// Tables lists the tables of a project.
var Tables = &inventory.Type[Table]{
	Kind: "gcp.bigquery.Table", Level: inventory.AtAccount, Model: inventory.Serverless,
	Uses: []inventory.Source{tables},
	List: gcp.List(tables, func(r inventory.Resource, t table) *Table {
		return &Table{Resource: r, Type: inventory.FromPtr(t.Type, inventory.Of("TABLE")), KMSKey: t.Encryption.key()} // "The default value is TABLE."
	}),
}
