// Package apikeys collects API keys, never what they consist of.
package apikeys

import (
	"time"

	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// A Key is an API key.
type Key struct {
	inventory.Resource
	Deleted   inventory.Known[bool] // it can be undeleted for thirty days
	Created   inventory.Known[time.Time]
	Targets   inventory.Known[[]string] // the services that it may be used with; none: all
	Referrers inventory.Known[[]string] // the web pages that may use it
	Addresses inventory.Known[[]string] // the IP addresses that may use it
	Apps      inventory.Known[int]      // how many apps for Android or iOS may use it
}

type key struct {
	DisplayName  string     `json:"displayName"`
	CreateTime   *time.Time `json:"createTime"`
	DeleteTime   *string    `json:"deleteTime"`
	Restrictions struct {
		Targets []struct {
			Service string `json:"service"`
		} `json:"apiTargets"`
		Browser struct {
			Referrers []string `json:"allowedReferrers"`
		} `json:"browserKeyRestrictions"`
		Server struct {
			IPs []string `json:"allowedIps"`
		} `json:"serverKeyRestrictions"`
		Android struct {
			Apps []struct{} `json:"allowedApplications"`
		} `json:"androidKeyRestrictions"`
		IOS struct {
			Bundles []string `json:"allowedBundleIds"`
		} `json:"iosKeyRestrictions"`
	} `json:"restrictions"`
}

var query = gcp.Resources("apikeys.googleapis.com/Key")

// Keys lists the API keys of a project.
var Keys = &inventory.Type[Key]{
	Kind: "gcp.apikeys.Key", Level: inventory.AtAccount, Model: inventory.Account,
	Uses: []inventory.Source{query},
	List: gcp.List(query, func(r inventory.Resource, j key) *Key {
		// The reference, "Key" and "Restrictions": deleteTime is empty where the
		// key is not deleted; where no restrictions are specified all targets are
		// allowed, and all callers.
		r.Name = j.DisplayName
		var targets []string
		for _, t := range j.Restrictions.Targets {
			targets = append(targets, t.Service)
		}
		return &Key{
			Resource:  r,
			Deleted:   inventory.Of(j.DeleteTime != nil),
			Created:   inventory.FromPtr(j.CreateTime, inventory.Unanswered[time.Time]("Cloud Asset Inventory apikeys.googleapis.com/Key", "createTime")),
			Targets:   inventory.Of(targets),
			Referrers: inventory.Of(j.Restrictions.Browser.Referrers),
			Addresses: inventory.Of(j.Restrictions.Server.IPs),
			Apps:      inventory.Of(len(j.Restrictions.Android.Apps) + len(j.Restrictions.IOS.Bundles)),
		}
	}),
}
