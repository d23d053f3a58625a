// Package rds collects Amazon RDS and Aurora databases, and the Amazon Neptune
// and Amazon DocumentDB clusters that the same API returns.
package rds

import (
	"fmt"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/rds"
	"github.com/aws/aws-sdk-go-v2/service/rds/types"

	"demarc/providers/aws"
	"demarc/providers/inventory"
)

func client(s inventory.Scope) *rds.Client { return rds.NewFromConfig(aws.Config(s, "rds")) }

func tag(t types.Tag) (key, value *string) { return t.Key, t.Value }

// most is the largest page that the RDS API gives.
const most = 100

// gone turns the codes that say that the row no longer exists into ErrGone.
func gone(err error, codes ...string) error {
	if aws.Code(err, codes...) {
		return fmt.Errorf("%w: %w", inventory.ErrGone, err)
	}
	return err
}

// number is a count that the API gives as a pointer.
func number(p *int32, absent inventory.Known[int]) inventory.Known[int] {
	if p == nil {
		return absent
	}
	return inventory.Of(int(*p))
}

// The engines of the clusters that are not RDS's own.
const (
	Neptune    = "neptune"
	DocumentDB = "docdb"
)

// Custom reports whether an engine is one of RDS Custom, where the customer
// runs the database and many settings of RDS do not apply.
func Custom(engine string) bool { return strings.HasPrefix(engine, "custom-") }
