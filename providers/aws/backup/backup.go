// Package backup reads from AWS Backup what it keeps copies of.
package backup

import (
	"context"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/backup"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

// Protected are the resources of a region that AWS Backup holds recovery points
// of, by ARN, with the time of the last one. A resource that a plan selects and
// that was never yet backed up is not in it; one that no plan selects any more
// stays in it with its old time.
var Protected = &inventory.Call[map[string]time.Time]{
	Title:   "aws.backup.protected",
	Actions: []string{"backup:ListProtectedResources"},
	Do: func(ctx context.Context, s inventory.Scope) (map[string]time.Time, error) {
		all := map[string]time.Time{}
		c := backup.NewFromConfig(aws.Config(s, "backup"))
		for out, err := range aws.Pages(ctx, c.ListProtectedResources, &backup.ListProtectedResourcesInput{MaxResults: new(int32(1000))},
			func(out *backup.ListProtectedResourcesOutput) *string { return out.NextToken },
			func(in *backup.ListProtectedResourcesInput, token *string) { in.NextToken = token }) {
			if err != nil {
				return all, err
			}
			for _, r := range out.Results {
				if r.ResourceArn == nil || r.LastBackupTime == nil {
					continue // nothing that would count as a backup of anything
				}
				if last := all[*r.ResourceArn]; r.LastBackupTime.After(last) {
					all[*r.ResourceArn] = *r.LastBackupTime
				}
			}
		}
		return all, nil
	},
}

// LastBackup is when AWS Backup last copied the resource of an ARN; zero where
// it holds no copy.
func LastBackup(ctx context.Context, s inventory.Scope, arn string) (time.Time, error) {
	all, err := Protected.Get(ctx, s)
	if last, ok := all[arn]; ok {
		return last, nil // a resource is listed once: the rest of the list cannot change it
	}
	return time.Time{}, err
}
