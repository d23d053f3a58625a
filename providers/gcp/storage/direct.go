package storage

import (
	"context"
	"encoding/json"
	"errors"
	"iter"
	"strconv"
	"strings"
	"time"

	"cloud.google.com/go/storage"
	"google.golang.org/api/iterator"
	"google.golang.org/api/option"

	"demarc/providers/gcp"
	"demarc/providers/inventory"
)

// itself lists the buckets by Cloud Storage.
var itself = &inventory.Call[[]*storage.BucketAttrs]{
	Title: "gcp.storage.buckets", Level: inventory.AtAccount, Actions: []string{"storage.buckets.list", "storage.buckets.getIamPolicy"},
	Do: func(ctx context.Context, s inventory.Scope) (all []*storage.BucketAttrs, err error) {
		client, err := storage.NewClient(ctx, option.WithHTTPClient(gcp.HTTPClient(ctx, s)))
		if err != nil {
			return nil, err
		}
		defer client.Close()
		client.SetRetry(storage.WithPolicy(storage.RetryNever)) // the transport has its own
		for it := client.Buckets(ctx, gcp.From(s).Number); ; {
			a, err := it.Next()
			if errors.Is(err, iterator.Done) {
				return all, nil
			}
			if err != nil {
				return all, &gcp.CallError{Operation: "storage b", Err: err}
			}
			all = append(all, a)
		}
	},
}

// direct yields what Cloud Storage itself lists. Where it does not answer
// either, what kept the inventory from answering is told first.
func direct(ctx context.Context, s inventory.Scope, why error) iter.Seq2[*Bucket, error] {
	return func(yield func(*Bucket, error) bool) {
		all, err := itself.Get(ctx, s)
		for _, a := range all {
			if !yield(bucketOf(resourceOf(s, a), jsonOf(a)), nil) {
				return
			}
		}
		if err != nil {
			yield(nil, errors.Join(why, err))
		}
	}
}

func resourceOf(s inventory.Scope, a *storage.BucketAttrs) inventory.Resource {
	return inventory.Resource{
		ID: a.Name, Full: "//storage.googleapis.com/" + a.Name, Account: gcp.From(s).Number, Region: strings.ToLower(a.Location),
		Tags: inventory.Of(a.Labels),
	}
}

// jsonOf is a bucket as the JSON API, and Cloud Asset Inventory, give it.
func jsonOf(a *storage.BucketAttrs) (b bucket) {
	seconds := func(d time.Duration) *json.Number {
		n := json.Number(strconv.FormatInt(int64(d/time.Second), 10))
		return &n
	}
	out := map[string]any{
		"versioning": map[string]any{"enabled": a.VersioningEnabled},
		"iamConfiguration": map[string]any{
			"uniformBucketLevelAccess": map[string]any{"enabled": a.UniformBucketLevelAccess.Enabled},
			"publicAccessPrevention":   a.PublicAccessPrevention.String(),
		},
	}
	if p := a.RetentionPolicy; p != nil {
		out["retentionPolicy"] = map[string]any{"retentionPeriod": seconds(p.RetentionPeriod), "isLocked": p.IsLocked}
	}
	if p := a.SoftDeletePolicy; p != nil {
		out["softDeletePolicy"] = map[string]any{"retentionDurationSeconds": seconds(p.RetentionDuration)}
	}
	if l := a.Logging; l != nil {
		out["logging"] = map[string]any{"logBucket": l.LogBucket}
	}
	if e := a.Encryption; e != nil {
		out["encryption"] = map[string]any{"defaultKmsKeyName": e.DefaultKMSKeyName}
	}
	if h := a.HierarchicalNamespace; h != nil {
		out["hierarchicalNamespace"] = map[string]any{"enabled": h.Enabled}
	}
	var acl []map[string]string
	for _, r := range a.DefaultObjectACL {
		acl = append(acl, map[string]string{"entity": string(r.Entity)})
	}
	out["defaultObjectAcl"] = acl
	out["lifecycle"] = map[string]any{"rule": make([]struct{}, len(a.Lifecycle.Rules))}
	text, err := json.Marshal(out)
	if err == nil {
		err = json.Unmarshal(text, &b)
	}
	if err != nil {
		panic(err) // the form is the program's own
	}
	return b
}
