package iam

import (
	"context"
	"errors"
	"net/url"
	"strings"
	"time"

	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// UsageDays is how long Cloud Monitoring keeps who authenticated: six weeks
// ("Monitor usage patterns for service accounts and keys", IAM documentation).
const UsageDays = 42

var errIncomplete = errors.New("some of the time series were left out")

// metric is one of the metrics of authentication; label says which of a
// series' labels tells whose it is.
func metric(name, label string) *inventory.Call[map[string]time.Time] {
	kind := "iam.googleapis.com/" + name
	return &inventory.Call[map[string]time.Time]{
		Title: "gcp.monitoring." + name, Level: inventory.AtAccount, Actions: []string{"monitoring.timeSeries.list"},
		Do: func(ctx context.Context, s inventory.Scope) (map[string]time.Time, error) {
			until := time.Now().UTC() // whatever the clock of the scan says, Monitoring has nothing later
			address := "https://monitoring.googleapis.com/v3/projects/" + gcp.From(s).Number + "/timeSeries?" + url.Values{
				"filter":                       {`metric.type = "` + kind + `"`},
				"interval.startTime":           {until.AddDate(0, 0, -UsageDays).Format(time.RFC3339)},
				"interval.endTime":             {until.Format(time.RFC3339)},
				"aggregation.alignmentPeriod":  {"86400s"},
				"aggregation.perSeriesAligner": {"ALIGN_SUM"},
			}.Encode()
			incomplete := false
			all, err := gcp.GetAll(gcp.Named(ctx, "monitoring timeSeries "+name), s, address, func(p series) ([]oneSeries, string) {
				incomplete = incomplete || len(p.Errors) > 0
				return p.Series, p.Next
			})
			if err == nil && incomplete {
				err = &gcp.CallError{Operation: "monitoring timeSeries " + name, Err: errIncomplete}
			}
			last := map[string]time.Time{}
			for _, one := range all {
				if one.Metric.Type == kind {
					last[one.label(label)] = latest(last[one.label(label)], one)
				}
			}
			return last, err
		},
	}
}

// series is a page of time series; "0" is a point without an event.
type series struct {
	Series []oneSeries `json:"timeSeries"`
	Next   string      `json:"nextPageToken"`
	Errors []struct{}  `json:"executionErrors"`
}

type oneSeries struct {
	Metric struct {
		Type   string            `json:"type"`
		Labels map[string]string `json:"labels"`
	} `json:"metric"`
	Resource struct {
		Labels map[string]string `json:"labels"`
	} `json:"resource"`
	Points []struct {
		Interval struct {
			End time.Time `json:"endTime"`
		} `json:"interval"`
		Value struct {
			Int string `json:"int64Value"`
		} `json:"value"`
	} `json:"points"`
}

func (o oneSeries) label(name string) string {
	if v := o.Metric.Labels[name]; v != "" {
		return v
	}
	return o.Resource.Labels[name]
}

func latest(t time.Time, o oneSeries) time.Time {
	for _, p := range o.Points {
		if p.Value.Int != "0" && p.Interval.End.After(t) {
			t = p.Interval.End
		}
	}
	return t
}

var (
	accountUse = metric("service_account/authn_events_count", "unique_id")
	keyUse     = metric("service_account/key/authn_events_count", "key_id")
)

// AccountUse fetches when service accounts last authenticated, to any of
// Google's APIs. Two ways leave no trace there: HMAC keys of Cloud Storage, and
// API keys that are bound to the account.
var AccountUse = &inventory.Field[ServiceAccount, time.Time]{
	Of: ServiceAccounts, Column: "lastUsed", Uses: []inventory.Source{accountUse}, Batch: 1000,
	At: func(a *ServiceAccount) *inventory.Known[time.Time] { return &a.LastUsed },
	FetchBatch: func(ctx context.Context, s inventory.Scope, rows []*ServiceAccount) ([]inventory.Known[time.Time], error) {
		last, err := accountUse.Get(ctx, s)
		return lookUp(rows, last, func(a *ServiceAccount) string { return a.UniqueID() }), err
	},
}

// KeyUse fetches when keys were last used.
var KeyUse = &inventory.Field[Key, time.Time]{
	Of: Keys, Column: "lastUsed", Uses: []inventory.Source{keyUse}, Batch: 1000,
	At: func(k *Key) *inventory.Known[time.Time] { return &k.LastUsed },
	FetchBatch: func(ctx context.Context, s inventory.Scope, rows []*Key) ([]inventory.Known[time.Time], error) {
		last, err := keyUse.Get(ctx, s)
		return lookUp(rows, last, func(k *Key) string { return k.ID }), err
	},
}

func lookUp[T any](rows []*T, last map[string]time.Time, id func(*T) string) (out []inventory.Known[time.Time]) {
	for _, r := range rows {
		by := id(r)
		if strings.Contains(by, "@") { // named by its address, which the series do not hold
			out = append(out, inventory.Unanswered[time.Time]("Cloud Asset Inventory iam.googleapis.com/ServiceAccount", "uniqueId"))
			continue
		}
		out = append(out, inventory.Of(last[by]))
	}
	return out
}
